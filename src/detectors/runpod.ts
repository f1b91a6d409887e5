import type { Provider } from '../core/detector.ts';

export const runpod: Provider = {
  name: 'RunPod',
  formats: [
    {
      id: 'runpod-api-key',
      title: 'a RunPod API key',
      severity: 'critical',
      source: '-',
      anchors: ['rpa_'],
      pattern: /rpa_[A-Z\d]{40}[A-Za-z\d]{6}/uy,
      // SHAPE: 46-char body; last 6 look like a checksum (not published)
      // CONFIDENCE: high
    },
  ],
};
