import type { Provider } from '../core/detector.ts';
import { isMachineMade } from '../core/machine-made.ts';

export const mistral: Provider = {
  name: 'Mistral',
  revoke: 'https://console.mistral.ai/api-keys',
  formats: [
    {
      id: 'mistral-api-key',
      title: 'a Mistral API key',
      severity: 'high',
      source: 'https://docs.mistral.ai/getting-started/quickstart',
      near: ['mistral'],
      pattern: /[A-Za-z\d]{32}/uy,
      minEntropy: 3.3,
      accepts: isMachineMade,
    },
  ],
};
