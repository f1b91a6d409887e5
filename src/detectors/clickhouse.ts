import type { Provider } from '../core/detector.ts';

export const clickhouse: Provider = {
  name: 'ClickHouse',
  formats: [
    {
      id: 'clickhouse-cloud-api-secret',
      title: 'a ClickHouse cloud API secret',
      severity: 'critical',
      source: 'clickhouse.com/docs/en/cloud/security/service-accounts',
      anchors: ['4b1d'],
      pattern: /4b1d[A-Za-z\d]{38}/uy,
      minEntropy: 3,
      // SHAPE: used together with the clickhouse cloud key id
      // CONFIDENCE: high
    },
  ],
};
