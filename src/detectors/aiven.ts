import type { Provider } from '../core/detector.ts';

export const aiven: Provider = {
  name: 'Aiven',
  formats: [
    {
      id: 'aiven-auth-token',
      title: 'an Aiven auth token',
      severity: 'critical',
      source: 'aiven.io/docs/tools/api',
      near: ['aiven'],
      pattern: /[A-Za-z\d+/=]{372}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: medium
    },
    {
      id: 'aiven-service-password',
      title: 'an Aiven service password',
      severity: 'critical',
      source: '-',
      anchors: ['AVNS_'],
      pattern: /AVNS_[\w-]{19,22}/uy,
      // SHAPE: password of a managed database (also DigitalOcean managed databases)
      // CONFIDENCE: high
    },
  ],
};
