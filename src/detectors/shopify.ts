import type { Provider } from '../core/detector.ts';

export const shopify: Provider = {
  name: 'Shopify',
  formats: [
    {
      id: 'shopify-access-token',
      title: 'a Shopify access token',
      severity: 'critical',
      source: 'Shopify changelog: length of the access token is increasing',
      anchors: ['shpat_'],
      isCaseless: true,
      pattern: /shpat_[a-f\d]{32}/iuy,
      minEntropy: 2,
      // SHAPE: 38 chars in all
      // CONFIDENCE: high
    },
    {
      id: 'shopify-app-secret',
      title: 'a Shopify app secret',
      severity: 'critical',
      source: 'Shopify changelog: app secret key length has increased',
      anchors: ['shpss_'],
      isCaseless: true,
      pattern: /shpss_[a-f\d]{32}/iuy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
    {
      id: 'shopify-custom-app-access-token',
      title: 'a Shopify custom app access token',
      severity: 'critical',
      source: 'Shopify changelog: length of the access token is increasing',
      anchors: ['shpca_'],
      isCaseless: true,
      pattern: /shpca_[a-f\d]{32}/iuy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
    {
      id: 'shopify-private-app-password',
      title: 'a Shopify private app password',
      severity: 'critical',
      source: 'Shopify changelog: length of the access token is increasing',
      anchors: ['shppa_'],
      isCaseless: true,
      pattern: /shppa_[a-f\d]{32}/iuy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
  ],
};
