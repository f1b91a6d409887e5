import type { Provider } from '../core/detector.ts';

export const hubspot: Provider = {
  name: 'HubSpot',
  revoke: 'https://app.hubspot.com/private-apps',
  formats: [
    {
      id: 'hubspot-legacy-api-key',
      title: 'a HubSpot API key',
      severity: 'high',
      source: 'https://developers.hubspot.com/changelog/upcoming-api-key-sunset',
      near: ['hubspot', 'hapikey'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
      minEntropy: 3,
    },
    {
      id: 'hubspot-private-app-token',
      title: 'a HubSpot private app token',
      severity: 'high',
      source: 'https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview',
      anchors: ['pat-na', 'pat-eu', 'pat-ap'],
      isCaseless: true,
      pattern: /pat-(?:na|eu|ap)\d-[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
      minEntropy: 3,
    },
  ],
};
