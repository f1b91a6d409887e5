import type { Provider } from '../core/detector.ts';

export const clickhouse: Provider = {
  name: 'ClickHouse',
  revoke: 'https://clickhouse.cloud, Settings, API keys',
  formats: [
    {
      id: 'clickhouse-cloud-api-secret',
      title: 'a ClickHouse Cloud API key secret',
      severity: 'critical',
      source: 'https://clickhouse.com/docs/cloud/manage/openapi',
      anchors: ['4b1d'],
      pattern: /4b1d[A-Za-z\d]{38}/uy,
      minEntropy: 3,
      accepts: (secret) => /[g-zA-Z]/u.test(secret),
    },
  ],
};
