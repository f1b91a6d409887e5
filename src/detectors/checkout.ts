import type { Provider } from '../core/detector.ts';

export const checkout: Provider = {
  name: 'Checkout.com',
  formats: [
    {
      id: 'checkout-secret-key',
      title: 'a Checkout.com secret key',
      severity: 'critical',
      source: 'Checkout.com: API keys',
      anchors: ['sk_sbox_', 'sk_'],
      near: ['checkout'],
      pattern: /(?:sk_sbox_|sk_)[a-z2-7]{26}[a-z2-7*#$=]/uy,
      // CONFIDENCE: medium
    },
  ],
};
