import type { Provider } from '../core/detector.ts';

export const influxdb: Provider = {
  name: 'InfluxDB',
  formats: [
    {
      id: 'influxdb-api-token',
      title: 'an InfluxDB API token',
      severity: 'critical',
      source: 'InfluxDB: API tokens',
      near: ['influx'],
      pattern: /[\w-]{86}==/uy,
      minEntropy: 4,
      // CONFIDENCE: medium
    },
  ],
};
