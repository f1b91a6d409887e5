import type { Provider } from '../core/detector.ts';
import { isMachineMade } from '../core/machine-made.ts';

const keys = 'https://docs.rapidapi.com/docs/keys-and-key-rotation';

export const rapidapi: Provider = {
  name: 'RapidAPI',
  revoke: keys,
  formats: [
    {
      id: 'rapidapi-key',
      title: 'a RapidAPI key',
      severity: 'medium',
      source: keys,
      near: ['rapidapi'],
      pattern: /[\w-]{50}/uy,
      minEntropy: 3,
      accepts: isMachineMade,
    },
  ],
};
