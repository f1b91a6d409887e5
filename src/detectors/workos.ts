import type { Provider } from '../core/detector.ts';

export const workos: Provider = {
  name: 'WorkOS',
  formats: [
    {
      id: 'workos-api-key',
      title: 'a WorkOS API key',
      severity: 'critical',
      source: '-',
      anchors: ['sk_live_a2V5Xz', 'sk_test_a2V5Xz'],
      pattern: /(?:sk_live_a2V5Xz|sk_test_a2V5Xz)[A-Za-z\d+/]{69}={0,2}/uy,
      // SHAPE: base64 of text starting key_; shares the sk_live_ prefix with Stripe
      // CONFIDENCE: high
    },
  ],
};
