import type { Provider } from '../core/detector.ts';

export const cerebras: Provider = {
  name: 'Cerebras',
  formats: [
    {
      id: 'cerebras-api-key',
      title: 'a Cerebras API key',
      severity: 'high',
      source: 'docs.cerebras.net',
      anchors: ['csk-'],
      isCaseless: true,
      pattern: /csk-[a-z\d]{48}/iuy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
  ],
};
