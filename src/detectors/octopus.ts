import type { Provider } from '../core/detector.ts';

export const octopus: Provider = {
  name: 'Octopus Deploy',
  revoke: 'https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key',
  formats: [
    {
      id: 'octopus-deploy-api-key',
      title: 'an Octopus Deploy API key',
      severity: 'critical',
      source: 'https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key',
      anchors: ['API-'],
      pattern: /API-[A-Z\d]{26}/uy,
      minEntropy: 3,
      accepts: (key) => /\d/u.test(key),
    },
  ],
};
