import type { Provider } from '../core/detector.ts';

export const dependencyTrack: Provider = {
  name: 'Dependency-Track',
  revoke: 'Dependency-Track, Administration, Access Management, Teams',
  formats: [
    {
      id: 'dependency-track-api-key',
      title: 'a Dependency-Track API key',
      severity: 'high',
      source: 'https://docs.dependencytrack.org/integrations/rest-api/',
      anchors: ['odt_'],
      pattern: /odt_(?:[A-Za-z\d]{8}_)?[A-Za-z\d]{32,255}/uy,
      minEntropy: 3.3,
    },
  ],
};
