import type { Provider } from '../core/detector.ts';

export const workos: Provider = {
  name: 'WorkOS',
  revoke: 'https://dashboard.workos.com/api-keys',
  formats: [
    {
      id: 'workos-api-key',
      title: 'a WorkOS API key',
      severity: 'critical',
      source: 'https://workos.com/docs/reference/api-keys',
      // base64 of `key_`
      anchors: ['sk_live_a2V5X', 'sk_test_a2V5X'],
      pattern: /sk_(?:live|test)_a2V5X[A-Za-z\d+/]{40,90}={0,2}/uy,
      visible: 8,
      minEntropy: 3,
    },
  ],
};
