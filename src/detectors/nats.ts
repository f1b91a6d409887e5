import { decodeBase32, getCrc16 } from '../core/crc16.ts';
import type { Provider } from '../core/detector.ts';

export const nats: Provider = {
  name: 'NATS',
  revoke: 'https://docs.nats.io/using-nats/nats-tools/nsc/revocation',
  formats: [
    {
      id: 'nats-nkey-seed',
      title: 'a NATS NKey seed',
      severity: 'critical',
      source: 'https://docs.nats.io/running-a-nats-service/configuration/securing_nats/auth_intro/nkey_auth',
      // the bits of the kind of key (user, account, operator, server, cluster, curve) make the third letter an A
      anchors: ['SUA', 'SAA', 'SOA', 'SNA', 'SCA', 'SXA'],
      pattern: /S[UAONCX]A[A-Z2-7]{55}/uy,
      visible: 2,
      minEntropy: 3,
      doubt: (seed) => (hasChecksum(seed) ? undefined : 'its checksum does not match'),
    },
  ],
};

/** The last two bytes are the CRC-16 of those before them: https://github.com/nats-io/nkeys */
function hasChecksum(seed: string): boolean {
  const bytes = decodeBase32(seed);
  const [low = 0, high = 0] = bytes.slice(-2);
  return getCrc16(bytes.slice(0, -2)) === (high << 8) + low;
}
