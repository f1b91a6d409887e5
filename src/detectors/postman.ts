import type { Provider } from '../core/detector.ts';

export const postman: Provider = {
  name: 'Postman',
  formats: [
    {
      id: 'postman-api-key',
      title: 'a Postman API key',
      severity: 'high',
      source: 'Postman: Postman API authentication',
      anchors: ['PMAK-'],
      isCaseless: true,
      pattern: /PMAK-[a-f\d]{24}-[a-f\d]{34}/iuy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'postman-collection-access-key',
      title: 'a Postman collection access key',
      severity: 'medium',
      source: 'Postman: Postman API authentication',
      anchors: ['PMAT-'],
      pattern: /PMAT-01[A-Z\d]{24}/uy,
      // SHAPE: read-only access to one collection
      // CONFIDENCE: high
    },
  ],
};
