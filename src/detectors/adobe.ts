import type { Provider } from '../core/detector.ts';

export const adobe: Provider = {
  name: 'Adobe',
  revoke: 'https://developer.adobe.com/console',
  formats: [
    {
      id: 'adobe-client-secret',
      title: 'an Adobe client secret',
      severity: 'high',
      source: 'https://developer.adobe.com/developer-console/docs/guides/authentication/ServerToServerAuthentication/implementation',
      anchors: ['p8e-'],
      pattern: /p8e-[A-Za-z\d_-]{32}/uy,
      minEntropy: 2,
    },
  ],
};
