import type { Provider } from '../core/detector.ts';

export const scaleway: Provider = {
  name: 'Scaleway',
  formats: [
    {
      id: 'scaleway-secret-key',
      title: 'a Scaleway secret key',
      severity: 'critical',
      source: 'Scaleway: API keys',
      near: ['scaleway', 'scw_secret_key'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
      // SHAPE: used together with the scaleway access key
      // CONFIDENCE: medium
    },
  ],
};
