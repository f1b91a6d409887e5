import type { Provider } from '../core/detector.ts';

export const midtrans: Provider = {
  name: 'Midtrans',
  formats: [
    {
      id: 'midtrans-server-key',
      title: 'a Midtrans server key',
      severity: 'critical',
      source: '-',
      anchors: ['Mid-server-', 'SB-Mid-server-'],
      pattern: /(?:Mid-server-|SB-Mid-server-)[\w-]{10,30}/uy,
      // SHAPE: Mid-client- is the public half; SB- = sandbox
      // CONFIDENCE: high
    },
  ],
};
