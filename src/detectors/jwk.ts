import type { Provider } from '../core/detector.ts';

export const jwk: Provider = {
  name: 'JSON Web Key',
  formats: [
    {
      id: 'jwk-private-key',
      title: 'the private part of a JSON Web Key',
      severity: 'critical',
      source: 'https://www.rfc-editor.org/rfc/rfc7518#section-6',
      anchors: ['"d"', "'d'", '"d\\"'],
      pattern: /["']d\\?["']\s{0,4}:\s{0,4}\\?["'](?<secret>[\w-]{42,700})\\?["']/uy,
      boundary: /(?!)/u,
      accepts: (_, match) => has(asymmetric, match),
    },
    {
      id: 'jwk-symmetric-key',
      title: 'the value of a symmetric JSON Web Key',
      severity: 'critical',
      source: 'https://www.rfc-editor.org/rfc/rfc7518#section-6.4',
      anchors: ['"k"', "'k'", '"k\\"'],
      pattern: /["']k\\?["']\s{0,4}:\s{0,4}\\?["'](?<secret>[\w-]{22,700})\\?["']/uy,
      boundary: /(?!)/u,
      accepts: (_, match) => has(symmetric, match),
    },
  ],
};

const asymmetric = /kty\\?["']\s{0,4}:\s{0,4}\\?["'](?:RSA|EC|OKP)\b/u;
const symmetric = /kty\\?["']\s{0,4}:\s{0,4}\\?["']oct\b/u;

/** Other members of the object may stand between the key and its type. */
const has = (type: RegExp, { input, index }: RegExpExecArray): boolean => type.test(input.slice(Math.max(0, index - 2000), index + 4000));
