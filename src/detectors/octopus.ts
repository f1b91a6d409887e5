import type { Provider } from '../core/detector.ts';

export const octopus: Provider = {
  name: 'Octopus Deploy',
  formats: [
    {
      id: 'octopus-deploy-api-key',
      title: 'an Octopus Deploy deploy API key',
      severity: 'critical',
      source: 'Octopus Deploy: API key',
      anchors: ['API-'],
      near: ['octopus'],
      pattern: /API-[A-Z\d]{26}/uy,
      minEntropy: 3,
      // SHAPE: 30 chars in all
      // CONFIDENCE: medium
    },
  ],
};
