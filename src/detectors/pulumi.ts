import type { Provider } from '../core/detector.ts';

export const pulumi: Provider = {
  name: 'Pulumi',
  formats: [
    {
      id: 'pulumi-access-token',
      title: 'a Pulumi access token',
      severity: 'critical',
      source: 'Pulumi Cloud: access tokens',
      anchors: ['pul-'],
      pattern: /pul-[a-f\d]{40}/uy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
  ],
};
