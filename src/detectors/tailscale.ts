import type { Provider } from '../core/detector.ts';

export const tailscale: Provider = {
  name: 'Tailscale',
  revoke: 'https://login.tailscale.com/admin/settings/keys',
  formats: [
    {
      id: 'tailscale-key',
      title: 'a Tailscale key',
      severity: 'critical',
      source: 'https://tailscale.com/kb/1277/key-prefixes',
      anchors: ['tskey-'],
      pattern: /tskey-(?:(?:auth|api|client|scim|webhook)-)?[A-Za-z\d]{8,40}-\w{16,60}/uy,
      minEntropy: 3,
    },
  ],
};
