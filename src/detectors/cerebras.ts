import type { Provider } from '../core/detector.ts';

export const cerebras: Provider = {
  name: 'Cerebras',
  revoke: 'https://cloud.cerebras.ai/platform, API keys',
  formats: [
    {
      id: 'cerebras-api-key',
      title: 'a Cerebras API key',
      severity: 'high',
      source: 'https://inference-docs.cerebras.ai/quickstart',
      anchors: ['csk-'],
      pattern: /csk-[A-Za-z\d]{48}/uy,
      minEntropy: 3,
    },
  ],
};
