import type { Provider } from '../core/detector.ts';

export const openrouter: Provider = {
  name: 'OpenRouter',
  revoke: 'https://openrouter.ai/settings/keys',
  formats: [
    {
      id: 'openrouter-api-key',
      title: 'an OpenRouter API key',
      severity: 'high',
      source: 'https://openrouter.ai/docs/api/reference/authentication',
      anchors: ['sk-or-v1-'],
      pattern: /sk-or-v1-[a-f\d]{64}/uy,
      minEntropy: 3.3,
    },
  ],
};
