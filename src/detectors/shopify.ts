import type { Provider } from '../core/detector.ts';

const tokens = 'https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing';

export const shopify: Provider = {
  name: 'Shopify',
  revoke: 'https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets/rotate-revoke-client-credentials',
  formats: [
    {
      id: 'shopify-access-token',
      title: 'a Shopify access token',
      severity: 'critical',
      source: tokens,
      anchors: ['shpat_'],
      isCaseless: true,
      pattern: /shpat_[a-f\d]{32}/iuy,
      minEntropy: 2,
    },
    {
      id: 'shopify-app-secret',
      title: 'a Shopify app secret',
      severity: 'critical',
      source: 'https://shopify.dev/changelog/app-secret-key-length-has-increased',
      anchors: ['shpss_'],
      isCaseless: true,
      pattern: /shpss_[a-f\d]{32}/iuy,
      minEntropy: 2,
    },
    {
      id: 'shopify-custom-app-access-token',
      title: 'an access token of a custom Shopify app',
      severity: 'critical',
      source: tokens,
      anchors: ['shpca_'],
      isCaseless: true,
      pattern: /shpca_[a-f\d]{32}/iuy,
      minEntropy: 2,
    },
    {
      id: 'shopify-private-app-password',
      title: 'the password of a private Shopify app',
      severity: 'critical',
      source: tokens,
      anchors: ['shppa_'],
      isCaseless: true,
      pattern: /shppa_[a-f\d]{32}/iuy,
      minEntropy: 2,
    },
  ],
};
