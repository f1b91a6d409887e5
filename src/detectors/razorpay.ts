import type { Provider } from '../core/detector.ts';

export const razorpay: Provider = {
  name: 'Razorpay',
  formats: [
    {
      id: 'razorpay-key-id',
      title: 'a Razorpay key id',
      severity: 'low',
      source: 'Razorpay: API keys',
      anchors: ['rzp_live_', 'rzp_test_'],
      pattern: /(?:rzp_live_|rzp_test_)[A-Za-z\d]{14}/uy,
      pairWith: ['razorpay-key-secret'],
      // PUBLIC
      // SHAPE: ships in checkout pages; the secret beside it is 24 alphanumerics
      // CONFIDENCE: high
    },
    {
      id: 'razorpay-key-secret',
      title: 'a Razorpay key secret',
      severity: 'critical',
      source: 'Razorpay: API keys',
      near: ['razorpay', 'rzp'],
      pattern: /[A-Za-z\d]{24}/uy,
      minEntropy: 3.5,
      pairWith: ['razorpay-key-id'],
      // CONFIDENCE: medium
    },
  ],
};
