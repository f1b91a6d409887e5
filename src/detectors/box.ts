import type { Provider } from '../core/detector.ts';

export const box: Provider = {
  name: 'Box',
  formats: [
    {
      id: 'box-client-secret',
      title: 'a Box client secret',
      severity: 'high',
      source: 'developer.box.com/guides/authentication/access-tokens',
      near: ['box_client_secret', 'box_api', 'box_com', 'boxapp', 'box'],
      pattern: /[A-Za-z\d]{32}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: medium
    },
  ],
};
