import type { Provider } from '../core/detector.ts';

export const jwk: Provider = {
  name: 'JSON Web Key',
  formats: [
    {
      id: 'jwk-private-key',
      title: 'a JSON Web Key private key',
      severity: 'critical',
      source: 'RFC 7517',
      anchors: ['"d"'],
      near: ['kty'],
      pattern: /"d"[ \t\r\n]{0,4}:[ \t\r\n]{0,4}"[\w-]{42,700}"/uy,
      // SHAPE: JSON object that also has "kty" (RSA, EC, OKP); "kty":"oct" keeps the secret in "k"
      // CONFIDENCE: high
    },
  ],
};
