import type { Provider } from '../core/detector.ts';

export const shippo: Provider = {
  name: 'Shippo',
  revoke: 'https://apps.goshippo.com/settings/api',
  formats: [
    {
      id: 'shippo-api-token',
      title: 'a Shippo API token',
      severity: 'high',
      source: 'https://docs.goshippo.com/docs/guides_general/authentication/',
      anchors: ['shippo_live_', 'shippo_test_'],
      isCaseless: true,
      pattern: /shippo_(?:live|test)_[a-f\d]{40}/iuy,
      minEntropy: 2,
    },
  ],
};
