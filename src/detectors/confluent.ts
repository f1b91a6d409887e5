import { decodeBase64, getCrc32, toLittleEndian } from '../core/checksum.ts';
import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

const keys = 'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html';

export const confluent: Provider = {
  name: 'Confluent',
  revoke: 'https://confluent.cloud/settings/api-keys',
  formats: [
    {
      id: 'confluent-api-secret',
      title: 'a Confluent API secret',
      severity: 'critical',
      source: keys,
      anchors: ['cflt'],
      pattern: /cflt[A-Za-z\d+/]{60}/uy,
      minEntropy: 3.3,
      // the CRC-32 of the 54 characters between
      doubt: (secret) => (decodeBase64(`${secret.slice(-6)}==`) === toLittleEndian(getCrc32(secret.slice(4, -6))) ? undefined : 'its checksum does not match'),
    },
    {
      id: 'confluent-api-secret-legacy',
      title: 'a Confluent API secret',
      severity: 'critical',
      source: keys,
      near: ['confluent', 'ccloud', 'cpdev', 'kafka', 'sasl'],
      pattern: /[A-Za-z\d+/]{64}/uy,
      minEntropy: 3.3,
      accepts: isMixed,
    },
  ],
};
