import type { Provider } from '../core/detector.ts';

export const hubspot: Provider = {
  name: 'HubSpot',
  formats: [
    {
      id: 'hubspot-private-app-token',
      title: 'a HubSpot private app token',
      severity: 'high',
      source: 'HubSpot: private apps',
      anchors: ['pat-'],
      isCaseless: true,
      pattern: /pat-(?:na|eu)\d-[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
  ],
};
