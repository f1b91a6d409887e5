import type { Provider } from '../core/detector.ts';

export const easypost: Provider = {
  name: 'EasyPost',
  formats: [
    {
      id: 'easypost-api-key',
      title: 'an EasyPost API key',
      severity: 'high',
      source: '-',
      anchors: ['EZAK', 'EZTK'],
      pattern: /(?:EZAK|EZTK)[A-Za-z\d]{54}/uy,
      minEntropy: 2,
      // SHAPE: EZAK = production, EZTK = test
      // CONFIDENCE: high
    },
  ],
};
