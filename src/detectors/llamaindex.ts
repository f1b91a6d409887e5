import type { Provider } from '../core/detector.ts';

export const llamaindex: Provider = {
  name: 'LlamaIndex',
  revoke: 'https://cloud.llamaindex.ai/api-key',
  formats: [
    {
      id: 'llama-cloud-api-key',
      title: 'a LlamaCloud API key',
      severity: 'medium',
      source: 'https://developers.llamaindex.ai/python/cloud/general/api_key/',
      anchors: ['llx-'],
      pattern: /llx-[\w-]{40,56}/uy,
      minEntropy: 3.5,
    },
  ],
};
