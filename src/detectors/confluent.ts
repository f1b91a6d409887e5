import type { Provider } from '../core/detector.ts';

export const confluent: Provider = {
  name: 'Confluent',
  formats: [
    {
      id: 'confluent-api-secret',
      title: 'a Confluent API secret',
      severity: 'critical',
      source: 'Confluent Cloud: API keys',
      anchors: ['cflt'],
      pattern: /cflt[A-Za-z\d+/]{54}[A-Za-z\d+/]{6}/uy,
      minEntropy: 3.3,
      // CHECKSUM: crc32 of the 54-char body, 4 bytes little-endian, base64 without padding, last 6
      // SHAPE: 64 chars in all; used together with the confluent api key
      // CONFIDENCE: high
    },
    {
      id: 'confluent-api-secret-legacy',
      title: 'a Confluent API secret legacy',
      severity: 'critical',
      source: 'docs.confluent.io/cloud/current/api.html',
      near: ['confluent', 'ccloud', 'cpdev', 'kafka', 'sasl'],
      pattern: /[A-Za-z\d+/]{64}/uy,
      minEntropy: 3.3,
      // SHAPE: used together with the confluent api key
      // CONFIDENCE: medium
    },
  ],
};
