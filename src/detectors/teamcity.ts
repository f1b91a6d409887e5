import type { Provider } from '../core/detector.ts';

export const teamcity: Provider = {
  name: 'TeamCity',
  formats: [
    {
      id: 'teamcity-api-token',
      title: 'a TeamCity API token',
      severity: 'critical',
      source: 'TeamCity: access tokens',
      anchors: ['eyJ0eXAiOiAiVENWMiJ9.'],
      pattern: /eyJ0eXAiOiAiVENWMiJ9\.[\w-]{36}\.[\w-]{48}/uy,
      // SHAPE: first part decodes to {"typ": "TCV2"}
      // CONFIDENCE: high
    },
  ],
};
