import type { Provider } from '../core/detector.ts';

export const apify: Provider = {
  name: 'Apify',
  revoke: 'https://console.apify.com/settings/integrations',
  formats: [
    {
      id: 'apify-api-token',
      title: 'an Apify API token',
      severity: 'high',
      source: 'https://docs.apify.com/platform/integrations/api',
      anchors: ['apify_api_'],
      pattern: /apify_api_[A-Za-z\d]{30,42}/uy,
      minEntropy: 3.3,
    },
  ],
};
