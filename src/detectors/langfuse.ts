import type { Provider } from '../core/detector.ts';

export const langfuse: Provider = {
  name: 'Langfuse',
  formats: [
    {
      id: 'langfuse-secret-key',
      title: 'a Langfuse secret key',
      severity: 'medium',
      source: '-',
      anchors: ['sk-lf-'],
      pattern: /sk-lf-[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
      // SHAPE: used together with the langfuse public key
      // CONFIDENCE: high
    },
  ],
};
