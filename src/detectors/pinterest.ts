import type { Provider } from '../core/detector.ts';

export const pinterest: Provider = {
  name: 'Pinterest',
  formats: [
    {
      id: 'pinterest-access-token',
      title: 'a Pinterest access token',
      severity: 'high',
      source: '-',
      anchors: ['pina_'],
      pattern: /pina_[\w-]{20,200}/uy,
      // CONFIDENCE: high
    },
  ],
};
