import type { Provider } from '../core/detector.ts';

export const cursor: Provider = {
  name: 'Cursor',
  revoke: 'https://cursor.com/dashboard',
  formats: [
    {
      id: 'cursor-api-key',
      title: 'a Cursor API key',
      severity: 'high',
      source: 'https://cursor.com/docs/cloud-agent/api/endpoints',
      anchors: ['key_'],
      pattern: /key_[a-f\d]{64}/uy,
      minEntropy: 3.3,
    },
  ],
};
