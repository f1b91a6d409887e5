import type { Provider } from '../core/detector.ts';

export const instagram: Provider = {
  name: 'Instagram',
  formats: [
    {
      id: 'instagram-graph-access-token',
      title: 'an Instagram graph access token',
      severity: 'high',
      source: '-',
      anchors: ['IGQV', 'IGAA'],
      pattern: /(?:IGQV|IGAA)[\w-]{50,300}/uy,
      // CONFIDENCE: high
    },
  ],
};
