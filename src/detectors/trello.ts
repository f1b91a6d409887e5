import type { Provider } from '../core/detector.ts';

export const trello: Provider = {
  name: 'Trello',
  formats: [
    {
      id: 'trello-api-token',
      title: 'a Trello API token',
      severity: 'high',
      source: 'Trello REST API: authorization',
      anchors: ['ATTA'],
      isCaseless: true,
      pattern: /ATTA[a-f\d]{64}(?:[A-F\d]{8})?/iuy,
      minEntropy: 3,
      // SHAPE: newer tokens, 76 chars in all with an 8-hex tail; used together with the trello api key
      // CONFIDENCE: high
    },
  ],
};
