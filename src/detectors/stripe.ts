import type { Provider } from '../core/detector.ts';

const keys = 'https://docs.stripe.com/keys';

export const stripe: Provider = {
  name: 'Stripe',
  revoke: 'https://dashboard.stripe.com/apikeys',
  formats: [
    {
      id: 'stripe-live-restricted-key',
      title: 'a Stripe live restricted key',
      severity: 'critical',
      source: keys,
      anchors: ['rk_live_'],
      pattern: /rk_live_[A-Za-z\d]{24,247}/uy,
      minEntropy: 3,
    },
    {
      id: 'stripe-live-secret-key',
      title: 'a Stripe live secret key',
      severity: 'critical',
      source: keys,
      anchors: ['sk_live_'],
      pattern: /sk_live_[A-Za-z\d]{24,247}/uy,
      minEntropy: 3,
      accepts: isStripe,
    },
    {
      id: 'stripe-organization-key',
      title: 'a Stripe organization key',
      severity: 'critical',
      source: 'https://docs.stripe.com/keys/organization-api-keys',
      anchors: ['sk_org_'],
      pattern: /sk_org_(?:live_|test_)?[A-Za-z\d]{24,247}/uy,
      minEntropy: 3,
    },
    {
      id: 'stripe-publishable-key',
      title: 'a Stripe publishable key (public)',
      severity: 'low',
      source: keys,
      anchors: ['pk_live_', 'pk_test_'],
      pattern: /pk_(?:live|test)_[A-Za-z\d]{24,247}/uy,
      minEntropy: 3,
    },
    {
      id: 'stripe-test-key',
      title: 'a Stripe test key',
      severity: 'low',
      source: keys,
      anchors: ['sk_test_', 'rk_test_'],
      pattern: /[sr]k_test_[A-Za-z\d]{24,247}/uy,
      minEntropy: 3,
      accepts: isStripe,
    },
    {
      id: 'stripe-webhook-signing-secret',
      title: 'a webhook signing secret of Stripe or Svix',
      severity: 'high',
      source: 'https://docs.stripe.com/webhooks/signature',
      anchors: ['whsec_'],
      pattern: /whsec_[A-Za-z\d+/]{24,160}={0,2}/uy,
      minEntropy: 3,
    },
  ],
};

/** Keys of WorkOS begin in the same way, and then with the base64 of `key_`. */
function isStripe(key: string): boolean {
  return !key.startsWith('a2V5X', 8);
}
