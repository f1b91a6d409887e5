import type { Provider } from '../core/detector.ts';

export const openai: Provider = {
  name: 'OpenAI',
  formats: [
    {
      id: 'openai-api-key',
      title: 'an OpenAI API key',
      severity: 'critical',
      source: 'OpenAI: API keys',
      anchors: ['T3BlbkFJ'],
      lookBehind: 85,
      pattern: /sk-(?:proj|svcacct|admin)-[\w-]{20,74}T3BlbkFJ[\w-]{20,74}/uy,
      minEntropy: 3,
      // SHAPE: fixed marker in the middle; halves of 58 or 74 usual, sometimes 20; sk-admin- manages the organisation
      // CONFIDENCE: high
    },
    {
      id: 'openai-api-key-legacy',
      title: 'an OpenAI API key legacy',
      severity: 'critical',
      source: 'OpenAI: API keys',
      anchors: ['T3BlbkFJ'],
      lookBehind: 23,
      pattern: /sk-[A-Za-z\d]{20}T3BlbkFJ[A-Za-z\d]{20}/uy,
      minEntropy: 3,
      // SHAPE: 51 chars in all
      // CONFIDENCE: high
    },
  ],
};
