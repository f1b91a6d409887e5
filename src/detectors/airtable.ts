import type { Provider } from '../core/detector.ts';

export const airtable: Provider = {
  name: 'Airtable',
  formats: [
    {
      id: 'airtable-personal-access-token',
      title: 'an Airtable personal access token',
      severity: 'high',
      source: 'Airtable: personal access tokens',
      anchors: ['pat'],
      pattern: /pat[A-Za-z\d]{14}\.[a-f\d]{64}/uy,
      minEntropy: 3.3,
      // SHAPE: 14-char id, dot, 64 hex
      // CONFIDENCE: high
    },
  ],
};
