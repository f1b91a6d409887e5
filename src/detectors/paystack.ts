import type { Provider } from '../core/detector.ts';

export const paystack: Provider = {
  name: 'Paystack',
  formats: [
    {
      id: 'paystack-secret-key',
      title: 'a Paystack secret key',
      severity: 'critical',
      source: 'Paystack: API keys',
      anchors: ['sk_live_', 'sk_test_'],
      isCaseless: true,
      near: ['paystack'],
      pattern: /(?:sk_live_|sk_test_)[a-f\d]{40}/iuy,
      minEntropy: 3.3,
      // SHAPE: same prefix as Stripe: body of exactly 40 lower-case hex tells it apart
      // CONFIDENCE: medium
    },
  ],
};
