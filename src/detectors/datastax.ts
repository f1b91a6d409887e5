import type { Provider } from '../core/detector.ts';

export const datastax: Provider = {
  name: 'DataStax',
  formats: [
    {
      id: 'datastax-astra-token',
      title: 'a DataStax astra token',
      severity: 'critical',
      source: 'DataStax Astra: application tokens',
      anchors: ['AstraCS:'],
      pattern: /AstraCS:[A-Za-z\d]{24}:[a-f\d]{64}/uy,
      // SHAPE: AstraCS:CLIENT-ID:SECRET
      // CONFIDENCE: high
    },
  ],
};
