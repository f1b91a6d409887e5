import type { Provider } from '../core/detector.ts';

export const zendesk: Provider = {
  name: 'Zendesk',
  formats: [
    {
      id: 'zendesk-api-token',
      title: 'a Zendesk API token',
      severity: 'high',
      source: 'developer.zendesk.com/api-reference',
      near: ['zendesk'],
      pattern: /[A-Za-z\d]{40}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: medium
    },
  ],
};
