import type { Provider } from '../core/detector.ts';

export const paystack: Provider = {
  name: 'Paystack',
  revoke: 'https://dashboard.paystack.com/#/settings/developers',
  formats: [
    {
      id: 'paystack-secret-key',
      title: 'a Paystack secret key',
      severity: 'critical',
      source: 'https://paystack.com/docs/api/authentication/',
      anchors: ['sk_live_', 'sk_test_'],
      isCaseless: true,
      // Stripe has the same beginning
      near: ['paystack'],
      pattern: /sk_(?:live|test)_[a-f\d]{40}/iuy,
      minEntropy: 3,
    },
  ],
};
