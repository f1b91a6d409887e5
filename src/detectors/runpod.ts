import type { Provider } from '../core/detector.ts';

export const runpod: Provider = {
  name: 'RunPod',
  revoke: 'https://docs.runpod.io/get-started/api-keys',
  formats: [
    {
      id: 'runpod-api-key',
      title: 'a RunPod API key',
      severity: 'critical',
      source: 'https://docs.runpod.io/get-started/api-keys',
      anchors: ['rpa_'],
      pattern: /rpa_[A-Z\d]{36,44}[A-Za-z\d]{4,8}/uy,
      minEntropy: 3.5,
    },
  ],
};
