import type { Provider } from '../core/detector.ts';

export const nats: Provider = {
  name: 'NATS',
  formats: [
    {
      id: 'nats-nkey-seed',
      title: 'an NATS nkey seed',
      severity: 'critical',
      source: 'NATS: NKeys',
      near: ['nkey', 'nats', 'seed'],
      pattern: /(?:SU|SA|SO|SN|SC|SX)[A-Z2-7]{56}/uy,
      // CHECKSUM: last 2 decoded bytes = CRC-16 (XMODEM) of the rest
      // SHAPE: 58 chars of base32; inside .creds files under BEGIN USER NKEY SEED
      // CONFIDENCE: medium
    },
  ],
};
