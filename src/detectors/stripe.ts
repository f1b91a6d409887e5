import type { Provider } from '../core/detector.ts';

export const stripe: Provider = {
  name: 'Stripe',
  formats: [
    {
      id: 'stripe-live-restricted-key',
      title: 'a Stripe live restricted key',
      severity: 'critical',
      source: 'Stripe docs: keys',
      anchors: ['rk_live_'],
      pattern: /rk_live_[A-Za-z\d]{24,247}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'stripe-live-secret-key',
      title: 'a Stripe live secret key',
      severity: 'critical',
      source: 'Stripe docs: keys',
      anchors: ['sk_live_'],
      pattern: /sk_live_[A-Za-z\d]{24,247}/uy,
      minEntropy: 3,
      // SHAPE: letters and digits only; 24 in old keys, about 99 in new ones
      // CONFIDENCE: high
    },
    {
      id: 'stripe-organization-key',
      title: 'a Stripe organization key',
      severity: 'critical',
      source: 'Stripe docs: keys/organization-api-keys',
      anchors: ['sk_org_'],
      pattern: /sk_org_(?:live_|test_)?[A-Za-z\d]{24,247}/uy,
      // SHAPE: always secret, no publishable variant
      // CONFIDENCE: high
    },
    {
      id: 'stripe-publishable-key',
      title: 'a Stripe publishable key',
      severity: 'low',
      source: 'Stripe docs: keys',
      anchors: ['pk_live_', 'pk_test_'],
      pattern: /(?:pk_live_|pk_test_)[A-Za-z\d]{24,247}/uy,
      minEntropy: 3,
      // PUBLIC
      // SHAPE: ships in web pages
      // CONFIDENCE: high
    },
    {
      id: 'stripe-test-key',
      title: 'a Stripe test key',
      severity: 'low',
      source: 'Stripe docs: keys',
      anchors: ['sk_test_', 'rk_test_'],
      pattern: /(?:sk_test_|rk_test_)[A-Za-z\d]{24,247}/uy,
      minEntropy: 3,
      // SHAPE: sandbox only; no money moves
      // CONFIDENCE: high
    },
    {
      id: 'stripe-webhook-signing-secret',
      title: 'a Stripe webhook signing secret',
      severity: 'high',
      source: 'Stripe docs: webhooks',
      anchors: ['whsec_'],
      pattern: /whsec_[A-Za-z\d+/]{24,160}={0,2}/uy,
      minEntropy: 3,
      // SHAPE: 32 usual; Svix and other senders use the same prefix
      // CONFIDENCE: high
    },
  ],
};
