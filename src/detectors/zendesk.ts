import type { Provider } from '../core/detector.ts';
import { isMachineMade } from '../core/machine-made.ts';

export const zendesk: Provider = {
  name: 'Zendesk',
  revoke: 'https://support.zendesk.com/hc/en-us/articles/4408889192858',
  formats: [
    {
      id: 'zendesk-api-token',
      title: 'a Zendesk API token',
      severity: 'high',
      source: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/#api-token',
      near: ['zendesk'],
      pattern: /[A-Za-z\d]{40}/uy,
      minEntropy: 3.3,
      accepts: isMachineMade,
    },
  ],
};
