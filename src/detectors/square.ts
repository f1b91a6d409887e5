import type { Provider } from '../core/detector.ts';

const tokens = 'https://developer.squareup.com/docs/build-basics/access-tokens';

export const square: Provider = {
  name: 'Square',
  revoke: 'https://developer.squareup.com/apps',
  formats: [
    {
      id: 'square-access-token',
      title: 'a Square access token',
      severity: 'critical',
      source: tokens,
      anchors: ['EAAA'],
      near: ['square', 'sq_access', 'sq_token'],
      pattern: /EAAA[\w-]{56,64}/uy,
      minEntropy: 3.3,
    },
    {
      id: 'square-application-id',
      title: 'a Square application id (public)',
      severity: 'low',
      source: tokens,
      anchors: ['sq0idp-', 'sandbox-sq0idb-'],
      pattern: /(?:sq0idp|sandbox-sq0idb)-[\w-]{22}/uy,
    },
    {
      id: 'square-oauth-secret',
      title: 'a Square OAuth secret',
      severity: 'critical',
      source: 'https://developer.squareup.com/docs/oauth-api/overview',
      anchors: ['sq0csp-', 'sandbox-sq0csb-'],
      pattern: /(?:sq0csp|sandbox-sq0csb)-[\w-]{43}/uy,
      minEntropy: 3.3,
    },
    {
      id: 'square-personal-access-token-legacy',
      title: 'a legacy Square access token',
      severity: 'critical',
      source: tokens,
      anchors: ['sq0atp-'],
      pattern: /sq0atp-[\w-]{22}/uy,
      minEntropy: 3,
    },
  ],
};
