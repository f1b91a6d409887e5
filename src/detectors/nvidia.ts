import type { Provider } from '../core/detector.ts';

export const nvidia: Provider = {
  name: 'NVIDIA',
  formats: [
    {
      id: 'nvidia-api-key',
      title: 'an NVIDIA API key',
      severity: 'high',
      source: '-',
      anchors: ['nvapi-'],
      pattern: /nvapi-[\w-]{60,70}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: high
    },
  ],
};
