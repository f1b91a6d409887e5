import type { Provider } from '../core/detector.ts';

export const tailscale: Provider = {
  name: 'Tailscale',
  formats: [
    {
      id: 'tailscale-key',
      title: 'a Tailscale key',
      severity: 'critical',
      source: 'Tailscale: key prefixes',
      anchors: ['tskey-auth-', 'tskey-api-', 'tskey-client-', 'tskey-scim-', 'tskey-webhook-'],
      pattern: /(?:tskey-auth-|tskey-api-|tskey-client-|tskey-scim-|tskey-webhook-)[A-Za-z\d]{8,40}(?:CNTRL)?-\w{16,60}/uy,
      minEntropy: 3,
      // SHAPE: KEYID-SECRET
      // CONFIDENCE: high
    },
  ],
};
