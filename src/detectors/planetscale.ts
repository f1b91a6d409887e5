import type { Provider } from '../core/detector.ts';

export const planetscale: Provider = {
  name: 'PlanetScale',
  formats: [
    {
      id: 'planetscale-oauth-token',
      title: 'a PlanetScale OAuth token',
      severity: 'critical',
      source: '-',
      anchors: ['pscale_oauth_'],
      pattern: /pscale_oauth_[\w.=-]{32,64}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'planetscale-password',
      title: 'a PlanetScale password',
      severity: 'critical',
      source: 'PlanetScale: passwords',
      anchors: ['pscale_pw_'],
      pattern: /pscale_pw_[\w.=-]{32,64}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'planetscale-service-token',
      title: 'a PlanetScale service token',
      severity: 'critical',
      source: 'PlanetScale: service tokens',
      anchors: ['pscale_tkn_'],
      pattern: /pscale_tkn_[\w.=-]{32,64}/uy,
      minEntropy: 3,
      // SHAPE: used together with the planetscale service token id
      // CONFIDENCE: high
    },
  ],
};
