import type { Provider } from '../core/detector.ts';

export const deepseek: Provider = {
  name: 'DeepSeek',
  formats: [
    {
      id: 'deepseek-api-key',
      title: 'a DeepSeek API key',
      severity: 'high',
      source: 'api-docs.deepseek.com',
      anchors: ['sk-'],
      near: ['deepseek'],
      pattern: /sk-[a-f\d]{32}/uy,
      minEntropy: 3.1,
      // CONFIDENCE: medium
    },
  ],
};
