import type { Provider } from '../core/detector.ts';

export const harness: Provider = {
  name: 'Harness',
  formats: [
    {
      id: 'harness-api-key',
      title: 'a Harness API key',
      severity: 'critical',
      source: 'Harness: API keys',
      anchors: ['pat.', 'sat.'],
      isCaseless: true,
      pattern: /(?:pat\.|sat\.)[\w-]{22}\.[a-f\d]{24}\.[A-Za-z\d]{20}/iuy,
      minEntropy: 3.4,
      // SHAPE: pat = personal, sat = service account; account id, token id, secret
      // CONFIDENCE: high
    },
  ],
};
