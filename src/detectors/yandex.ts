import type { Provider } from '../core/detector.ts';
import { isMachineMade } from '../core/machine-made.ts';

const formats = 'https://yandex.cloud/en/docs/security/operations/search-secrets';

export const yandex: Provider = {
  name: 'Yandex Cloud',
  revoke: 'https://yandex.cloud/en/docs/iam/operations/compromised-credentials',
  formats: [
    {
      id: 'yandex-cloud-api-key',
      title: 'a Yandex Cloud API key',
      severity: 'critical',
      source: formats,
      anchors: ['AQVN'],
      pattern: /AQVN[\w-]{35,38}/uy,
      // letters alone also stand in base64 of anything
      boundary: /[\w+/-]/u,
      minEntropy: 3.5,
    },
    {
      id: 'yandex-iam-token',
      title: 'a Yandex Cloud IAM token',
      severity: 'high',
      source: formats,
      anchors: ['t1.'],
      pattern: /t1\.[\w-]{8,200}={0,2}\.[\w-]{86}={0,2}/uy,
      minEntropy: 3.5,
    },
    {
      id: 'yandex-oauth-token',
      title: 'a Yandex OAuth token',
      severity: 'critical',
      source: formats,
      anchors: ['y0_', 'y1_', 'y2_', 'y3_'],
      pattern: /y[0-3]_[\w-]{55,70}/uy,
      accepts: (token) => isMachineMade(token.slice(3)),
    },
    {
      id: 'yandex-static-access-key-secret',
      title: 'the secret of a Yandex Cloud static access key',
      severity: 'critical',
      source: formats,
      near: ['yandex', 'storage_yandexcloud_net'],
      isTelling: true,
      pattern: /YC[\w-]{38}/uy,
      minEntropy: 3.5,
    },
  ],
};
