import type { Provider } from '../core/detector.ts';
import { isMachineMade } from '../core/machine-made.ts';

export const pinterest: Provider = {
  name: 'Pinterest',
  revoke: 'https://developers.pinterest.com/apps/',
  formats: [
    {
      id: 'pinterest-access-token',
      title: 'a Pinterest access token',
      severity: 'high',
      source: 'https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/',
      anchors: ['pina_', 'pinr_'],
      pattern: /pin[ar]_[\w-]{20,200}/uy,
      accepts: (token) => isMachineMade(token.slice(5)),
    },
  ],
};
