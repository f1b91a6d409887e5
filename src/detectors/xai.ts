import type { Provider } from '../core/detector.ts';

export const xai: Provider = {
  name: 'xAI',
  revoke: 'https://console.x.ai/team/default/api-keys',
  formats: [
    {
      id: 'xai-api-key',
      title: 'an xAI API key',
      severity: 'high',
      source: 'https://docs.x.ai/docs/tutorial',
      anchors: ['xai-'],
      pattern: /xai-[\w-]{70,120}/uy,
      minEntropy: 3.5,
    },
  ],
};
