import type { Provider } from '../core/detector.ts';

export const honeycomb: Provider = {
  name: 'Honeycomb',
  formats: [
    {
      id: 'honeycomb-ingest-key',
      title: 'a Honeycomb ingest key',
      severity: 'medium',
      source: 'Honeycomb: API keys',
      anchors: ['hcaik_', 'hcbik_', 'hcxik_'],
      pattern: /(?:hcaik_|hcbik_|hcxik_)[a-z\d]{58}/uy,
      // CONFIDENCE: high
    },
  ],
};
