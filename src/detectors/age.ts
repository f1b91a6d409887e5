import { hasBech32Checksum } from '../core/bech32.ts';
import type { Provider } from '../core/detector.ts';

const format = 'https://github.com/C2SP/C2SP/blob/main/age.md#the-x25519-recipient-type';

export const age: Provider = {
  name: 'age',
  revoke: 'Make a new key with age-keygen, encrypt again, and delete the old key',
  formats: [
    {
      id: 'age-recipient',
      title: 'an age recipient (public)',
      severity: 'low',
      source: format,
      anchors: ['age1'],
      pattern: /age1[ac-hj-np-z02-9]{58}/uy,
    },
    {
      id: 'age-secret-key',
      title: 'an age secret key',
      severity: 'critical',
      source: format,
      anchors: ['AGE-SECRET-KEY-1'],
      pattern: /AGE-SECRET-KEY-1[AC-HJ-NP-Z02-9]{58}/uy,
      doubt: (key) => (hasBech32Checksum(key) ? undefined : 'its checksum does not match'),
    },
  ],
};
