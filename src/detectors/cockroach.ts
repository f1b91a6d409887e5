import type { Provider } from '../core/detector.ts';

export const cockroach: Provider = {
  name: 'CockroachDB',
  formats: [
    {
      id: 'cockroach-cloud-api-key',
      title: 'a CockroachDB cloud API key',
      severity: 'critical',
      source: 'CockroachDB Cloud: API keys',
      anchors: ['CCDB1_'],
      pattern: /CCDB1_[A-Za-z\d]{22}_[A-Za-z\d]{40}/uy,
      // CONFIDENCE: high
    },
  ],
};
