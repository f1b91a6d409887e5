import type { Provider } from '../core/detector.ts';

export const checkout: Provider = {
  name: 'Checkout.com',
  revoke: 'https://dashboard.checkout.com, Developers, Keys',
  formats: [
    {
      id: 'checkout-secret-key',
      title: 'a Checkout.com secret key',
      severity: 'critical',
      source: 'https://www.checkout.com/docs/developer-resources/api/manage-api-keys',
      anchors: ['sk_'],
      near: ['checkout'],
      pattern: /sk_(?:(?:sbox_)?[a-z2-7]{26}[a-z2-7*#$=]|(?:test_)?[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12})/uy,
    },
  ],
};
