import type { Provider } from '../core/detector.ts';

export const postman: Provider = {
  name: 'Postman',
  revoke: 'https://go.postman.co/settings/me/api-keys',
  formats: [
    {
      id: 'postman-api-key',
      title: 'a Postman API key',
      severity: 'high',
      source: 'https://learning.postman.com/docs/reference/postman-api/authentication/',
      anchors: ['PMAK-'],
      isCaseless: true,
      pattern: /PMAK-[a-f\d]{24}-[a-f\d]{34}/iuy,
      minEntropy: 3,
    },
    {
      id: 'postman-collection-access-key',
      title: 'a Postman collection access key',
      severity: 'medium',
      source: 'https://learning.postman.com/docs/collaborating-in-postman/sharing/',
      anchors: ['PMAT-'],
      pattern: /PMAT-01[A-Z\d]{24}/uy,
      minEntropy: 3,
    },
  ],
};
