import type { Provider } from '../core/detector.ts';

export const openai: Provider = {
  name: 'OpenAI',
  revoke: 'https://platform.openai.com/api-keys',
  formats: [
    {
      id: 'openai-api-key',
      title: 'an OpenAI API key',
      severity: 'critical',
      source: 'https://platform.openai.com/docs/api-reference/authentication',
      // base64 of the name stands in the middle
      anchors: ['T3BlbkFJ'],
      lookBehind: 90,
      pattern: /sk-(?:(?:proj|svcacct|admin|service|None)-)?[\w-]{18,74}T3BlbkFJ[\w-]{18,80}/uy,
      visible: 3,
      minEntropy: 3,
    },
  ],
};
