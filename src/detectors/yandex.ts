import type { Provider } from '../core/detector.ts';

export const yandex: Provider = {
  name: 'Yandex Cloud',
  formats: [
    {
      id: 'yandex-cloud-api-key',
      title: 'a Yandex Cloud cloud API key',
      severity: 'critical',
      source: 'Yandex Cloud: API key',
      anchors: ['AQVN'],
      pattern: /AQVN[\w-]{35,38}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: high
    },
    {
      id: 'yandex-iam-token',
      title: 'a Yandex Cloud IAM token',
      severity: 'high',
      source: 'Yandex Cloud: IAM token',
      anchors: ['t1.'],
      pattern: /t1\.[\w-]{8,200}={0,2}\.[\w-]{86}={0,2}/uy,
      // SHAPE: 12 h
      // CONFIDENCE: high
    },
    {
      id: 'yandex-static-access-key-secret',
      title: 'a Yandex Cloud static access key secret',
      severity: 'critical',
      source: 'Yandex Cloud: static access keys',
      near: ['yandex', 'storage_yandexcloud_net'],
      pattern: /YC[\w-]{38}/uy,
      minEntropy: 3.5,
      // SHAPE: secret of an S3-compatible key; key id starts YCAJE
      // CONFIDENCE: medium
    },
  ],
};
