import type { Provider } from '../core/detector.ts';

export const planetscale: Provider = {
  name: 'PlanetScale',
  revoke: 'https://planetscale.com/docs/api/reference/service-tokens',
  formats: [
    {
      id: 'planetscale-oauth-token',
      title: 'a PlanetScale OAuth token',
      severity: 'critical',
      source: 'https://planetscale.com/docs/api/planetscale-api-oauth-applications',
      anchors: ['pscale_oauth_'],
      pattern: /pscale_oauth_[\w.=-]{32,64}/uy,
      minEntropy: 3,
    },
    {
      id: 'planetscale-password',
      title: 'a PlanetScale password',
      severity: 'critical',
      source: 'https://planetscale.com/docs/concepts/password-roles',
      anchors: ['pscale_pw_'],
      pattern: /pscale_pw_[\w.=-]{32,64}/uy,
      minEntropy: 3,
    },
    {
      id: 'planetscale-service-token',
      title: 'a PlanetScale service token',
      severity: 'critical',
      source: 'https://planetscale.com/docs/api/reference/service-tokens',
      anchors: ['pscale_tkn_'],
      pattern: /pscale_tkn_[\w.=-]{32,64}/uy,
      minEntropy: 3,
    },
  ],
};
