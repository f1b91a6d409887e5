import type { Provider } from '../core/detector.ts';

export const deepseek: Provider = {
  name: 'DeepSeek',
  revoke: 'https://platform.deepseek.com/api_keys',
  formats: [
    {
      id: 'deepseek-api-key',
      title: 'a DeepSeek API key',
      severity: 'high',
      source: 'https://api-docs.deepseek.com',
      anchors: ['sk-'],
      near: ['deepseek'],
      pattern: /sk-[a-f\d]{32}/uy,
      minEntropy: 3.1,
    },
  ],
};
