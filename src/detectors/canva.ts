import type { Provider } from '../core/detector.ts';

export const canva: Provider = {
  name: 'Canva',
  formats: [
    {
      id: 'canva-client-secret',
      title: 'a Canva client secret',
      severity: 'high',
      source: '-',
      anchors: ['cnvca'],
      pattern: /cnvca[\w-]{51}/uy,
      // SHAPE: used together with the canva client id
      // CONFIDENCE: high
    },
  ],
};
