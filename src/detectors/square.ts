import type { Provider } from '../core/detector.ts';

export const square: Provider = {
  name: 'Square',
  formats: [
    {
      id: 'square-access-token',
      title: 'a Square access token',
      severity: 'critical',
      source: 'Square: access tokens',
      anchors: ['EAAA'],
      near: ['square'],
      pattern: /EAAA[\w-]{60}/uy,
      minEntropy: 3.3,
      // SHAPE: 64 chars in all
      // CONFIDENCE: medium
    },
    {
      id: 'square-application-id',
      title: 'a Square application id',
      severity: 'low',
      source: 'Square: application id',
      anchors: ['sq0idp-', 'sandbox-sq0idb-'],
      pattern: /(?:sq0idp-|sandbox-sq0idb-)[\w-]{22}/uy,
      // PUBLIC
      // SHAPE: ships in web pages
      // CONFIDENCE: high
    },
    {
      id: 'square-oauth-secret',
      title: 'a Square OAuth secret',
      severity: 'critical',
      source: 'Square: OAuth API',
      anchors: ['sq0csp-'],
      pattern: /sq0csp-[\w-]{43}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: high
    },
    {
      id: 'square-personal-access-token-legacy',
      title: 'a Square personal access token legacy',
      severity: 'critical',
      source: 'Square: access tokens',
      anchors: ['sq0atp-'],
      pattern: /sq0atp-[\w-]{22}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
  ],
};
