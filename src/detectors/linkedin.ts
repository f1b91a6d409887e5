import type { Provider } from '../core/detector.ts';

export const linkedin: Provider = {
  name: 'LinkedIn',
  formats: [
    {
      id: 'linkedin-client-secret-prefixed',
      title: 'a LinkedIn client secret prefixed',
      severity: 'high',
      source: '-',
      anchors: ['WPL_AP1.'],
      pattern: /WPL_AP1\.[A-Za-z\d]{16}\.[A-Za-z\d+/]{6,8}={0,2}/uy,
      // SHAPE: newer style; older WPL_AP0.
      // CONFIDENCE: high
    },
  ],
};
