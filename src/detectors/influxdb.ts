import type { Provider } from '../core/detector.ts';

export const influxdb: Provider = {
  name: 'InfluxDB',
  revoke: 'https://docs.influxdata.com/influxdb/v2/admin/tokens/delete-token/',
  formats: [
    {
      id: 'influxdb-api-token',
      title: 'an InfluxDB API token',
      severity: 'critical',
      source: 'https://docs.influxdata.com/influxdb/v2/admin/tokens/',
      near: ['influx'],
      isTelling: true,
      pattern: /[\w-]{86}==/uy,
      minEntropy: 4,
    },
    {
      id: 'influxdb-3-token',
      title: 'an InfluxDB 3 token',
      severity: 'critical',
      source: 'https://docs.influxdata.com/influxdb3/core/admin/tokens/',
      anchors: ['apiv3_'],
      pattern: /apiv3_[\w-]{60,100}={0,2}/uy,
      minEntropy: 3.5,
    },
  ],
};
