import type { Provider } from '../core/detector.ts';

export const otherPrivateKey: Provider = {
  name: 'Private keys',
  formats: [
    {
      id: 'base64-encoded-pem-private-key',
      title: 'a Private keys base64 encoded pem private key',
      severity: 'critical',
      source: '-',
      anchors: ['LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t', 'LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0t', 'LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0t', 'LS0tLS1CRUdJTiBPUEVOU1NIIFBSSVZBVEUgS0VZLS0tLS'],
      pattern: /(?:LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t|LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0t|LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0t|LS0tLS1CRUdJTiBPUEVOU1NIIFBSSVZBVEUgS0VZLS0tLS)[A-Za-z\d+/]{50,20000}={0,2}/uy,
      // SHAPE: base64 of a PEM private key; public keys and certificates encode differently
      // CONFIDENCE: high
    },
    {
      id: 'bip32-extended-private-key',
      title: 'a Private keys bip32 extended private key',
      severity: 'critical',
      source: 'BIP-32',
      anchors: ['xprv'],
      pattern: /xprv[1-9A-HJ-NP-Za-km-z]{107,108}/uy,
      // CHECKSUM: base58check: first 4 bytes of double SHA-256
      // SHAPE: Base58Check; xpub is public
      // CONFIDENCE: high
    },
    {
      id: 'ethereum-private-key',
      title: 'a Private keys ethereum private key',
      severity: 'critical',
      source: '-',
      near: ['private_key', 'privatekey', 'mnemonic', 'wallet', 'deployer'],
      pattern: /0x[a-fA-F\d]{64}/uy,
      minEntropy: 3,
      // SHAPE: 32 bytes; the same shape is used for hashes and public identifiers, so the name must say private key
      // CONFIDENCE: low
    },
    {
      id: 'putty-private-key',
      title: 'a Private keys putty private key',
      severity: 'critical',
      source: 'PuTTY: PPK format',
      anchors: ['PuTTY-User-Key-File-2:', 'PuTTY-User-Key-File-3:'],
      pattern: /(?:PuTTY-User-Key-File-2:|PuTTY-User-Key-File-3:)[ \t]{0,2}[a-z\d-]{3,40}[\s\S]{50,16000}/uy,
      // CHECKSUM: Private-MAC line (HMAC)
      // SHAPE: needs a Private-Lines: section; Encryption: none means no passphrase
      // CONFIDENCE: high
    },
  ],
};
