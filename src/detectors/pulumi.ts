import type { Provider } from '../core/detector.ts';

export const pulumi: Provider = {
  name: 'Pulumi',
  revoke: 'https://app.pulumi.com/account/tokens',
  formats: [
    {
      id: 'pulumi-access-token',
      title: 'a Pulumi access token',
      severity: 'critical',
      source: 'https://www.pulumi.com/docs/administration/access-identity/access-tokens/',
      anchors: ['pul-'],
      pattern: /pul-[a-f\d]{40}/uy,
      minEntropy: 2,
    },
  ],
};
