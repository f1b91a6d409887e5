import type { Provider } from '../core/detector.ts';

export const aiven: Provider = {
  name: 'Aiven',
  revoke: 'https://console.aiven.io/profile/tokens',
  formats: [
    {
      id: 'aiven-auth-token',
      title: 'an Aiven token',
      severity: 'critical',
      source: 'https://aiven.io/docs/platform/concepts/authentication-tokens',
      near: ['aiven'],
      pattern: /[A-Za-z\d+/=]{300,450}/uy,
      minEntropy: 3.3,
    },
    {
      id: 'aiven-service-password',
      title: 'a password of an Aiven or DigitalOcean database',
      severity: 'critical',
      source: 'https://aiven.io/docs/platform/howto/reset-service-user-password',
      anchors: ['AVNS_'],
      pattern: /AVNS_[\w-]{15,27}/uy,
    },
  ],
};
