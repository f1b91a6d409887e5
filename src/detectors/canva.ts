import type { Provider } from '../core/detector.ts';

export const canva: Provider = {
  name: 'Canva',
  revoke: 'https://www.canva.com/developers/integrations',
  formats: [
    {
      id: 'canva-client-secret',
      title: 'a Canva client secret',
      severity: 'high',
      source: 'https://www.canva.dev/docs/connect/authentication/',
      anchors: ['cnvca'],
      pattern: /cnvca[\w-]{45,57}/uy,
    },
  ],
};
