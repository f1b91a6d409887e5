import type { Provider } from '../core/detector.ts';

export const cloudsmith: Provider = {
  name: 'Cloudsmith',
  formats: [
    {
      id: 'cloudsmith-api-key',
      title: 'a Cloudsmith API key',
      severity: 'critical',
      source: '-',
      anchors: ['csa_'],
      pattern: /csa_[a-f\d]{30}[A-Za-z\d]{6}/uy,
      // SHAPE: last 6 look like a checksum (not published)
      // CONFIDENCE: high
    },
  ],
};
