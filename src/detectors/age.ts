import type { Provider } from '../core/detector.ts';

export const age: Provider = {
  name: 'age',
  formats: [
    {
      id: 'age-recipient',
      title: 'an age recipient',
      severity: 'low',
      source: 'age spec: X25519 recipient',
      anchors: ['age1'],
      pattern: /age1[ac-hj-np-z02-9]{58}/uy,
      // CHECKSUM: bech32 last 6 (hrp age)
      // PUBLIC
      // SHAPE: Bech32, lower case; public key, never report alone
      // CONFIDENCE: high
    },
    {
      id: 'age-secret-key',
      title: 'an age secret key',
      severity: 'critical',
      source: 'age spec: X25519 identity',
      anchors: ['AGE-SECRET-KEY-1'],
      pattern: /AGE-SECRET-KEY-1[AC-HJ-NP-Z02-9]{58}/uy,
      // CHECKSUM: bech32 last 6 (hrp AGE-SECRET-KEY-)
      // SHAPE: Bech32, upper case; last 6 = Bech32 checksum
      // CONFIDENCE: high
    },
  ],
};
