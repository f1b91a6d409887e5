import type { Provider } from '../core/detector.ts';

export const dependencyTrack: Provider = {
  name: 'Dependency-Track',
  formats: [
    {
      id: 'dependency-track-api-key',
      title: 'a Dependency-Track API key',
      severity: 'high',
      source: 'docs.dependencytrack.org/integrations/rest-api',
      anchors: ['odt_'],
      pattern: /odt_[A-Za-z\d]{32,255}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: high
    },
  ],
};
