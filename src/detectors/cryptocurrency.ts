import { isBase58Check } from '../core/base58check.ts';
import type { Provider } from '../core/detector.ts';

export const cryptocurrency: Provider = {
  name: 'Cryptocurrency wallets',
  revoke: 'Move what the key controls to a new key.',
  formats: [
    {
      id: 'bip32-extended-private-key',
      title: 'the extended private key of a wallet',
      severity: 'critical',
      source: 'https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki#serialization-format',
      // the others are of SLIP-132: https://github.com/satoshilabs/slips/blob/master/slip-0132.md
      anchors: ['xprv', 'yprv', 'zprv', 'tprv', 'uprv', 'vprv'],
      pattern: /[xyztuv]prv[1-9A-HJ-NP-Za-km-z]{107,108}/uy,
      doubt: (key) => (isBase58Check(key) ? undefined : 'its checksum does not match'),
    },
    {
      id: 'ethereum-private-key',
      title: 'an Ethereum private key',
      severity: 'critical',
      source: 'https://ethereum.org/en/developers/docs/accounts/#account-creation',
      // a hash and an identifier look the same
      near: ['private_key', 'wallet', 'deployer', 'mnemonic'],
      pattern: /0x[a-f\d]{64}/iuy,
      minEntropy: 3,
    },
  ],
};
