import type { Provider } from '../core/detector.ts';

export const encodedPrivateKey: Provider = {
  name: 'Encoded private keys',
  formats: [
    {
      id: 'base64-encoded-pem-private-key',
      title: 'a private key in base64',
      severity: 'critical',
      source: 'https://www.rfc-editor.org/rfc/rfc7468',
      // base64 of the first lines of PEM: PKCS #8, its encrypted form, RSA, EC, DSA, OpenSSH and OpenPGP
      anchors: [
        'LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t',
        'LS0tLS1CRUdJTiBFTkNSWVBURUQgUFJJVkFURSBLRVkt',
        'LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0t',
        'LS0tLS1CRUdJTiBFQyBQUklWQVRFIEtFWS0tLS0t',
        'LS0tLS1CRUdJTiBEU0EgUFJJVkFURSBLRVktLS0t',
        'LS0tLS1CRUdJTiBPUEVOU1NIIFBSSVZBVEUgS0VZLS0tLS',
        'LS0tLS1CRUdJTiBQR1AgUFJJVkFURSBLRVkg',
      ],
      pattern: /LS0tLS1CRUdJTi[A-Za-z\d+/]{48,20000}={0,2}/uy,
      isWholeValue: true,
    },
  ],
};
