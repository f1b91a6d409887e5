import type { Provider } from '../core/detector.ts';

export const cockroach: Provider = {
  name: 'CockroachDB',
  revoke: 'https://cockroachlabs.cloud, Access Management, Service Accounts',
  formats: [
    {
      id: 'cockroach-cloud-api-key',
      title: 'a CockroachDB Cloud API key',
      severity: 'critical',
      source: 'https://www.cockroachlabs.com/docs/cockroachcloud/managing-access#api-access',
      anchors: ['CCDB1_'],
      pattern: /CCDB1_[A-Za-z\d]{22}_[A-Za-z\d]{40}/uy,
    },
  ],
};
