import type { Provider } from '../core/detector.ts';

export const llamaindex: Provider = {
  name: 'LlamaIndex',
  formats: [
    {
      id: 'llama-cloud-api-key',
      title: 'a LlamaIndex llama cloud API key',
      severity: 'medium',
      source: '-',
      anchors: ['llx-'],
      pattern: /llx-[\w-]{48}/uy,
      // CONFIDENCE: high
    },
  ],
};
