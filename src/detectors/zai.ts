import type { Provider } from '../core/detector.ts';

export const zai: Provider = {
  name: 'Z.ai',
  formats: [
    {
      id: 'zai-zhipu-api-key',
      title: 'a Z.ai zhipu API key',
      severity: 'high',
      source: '-',
      near: ['zhipu', 'bigmodel', 'glm', 'z_ai', 'zai'],
      pattern: /[a-f\d]{32}\.[A-Za-z\d]{16}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: medium
    },
  ],
};
