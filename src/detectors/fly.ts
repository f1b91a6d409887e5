import type { Provider } from '../core/detector.ts';

const tokens = 'https://fly.io/docs/security/tokens/';

export const fly: Provider = {
  name: 'Fly.io',
  revoke: 'https://fly.io/tokens',
  formats: [
    {
      id: 'fly-access-token',
      title: 'a Fly.io access token',
      severity: 'critical',
      source: tokens,
      anchors: ['FlyV1'],
      // macaroons, with commas between
      pattern: /FlyV1 (?<secret>fm[\w=+/,-]{100,4000})/uy,
      minEntropy: 4,
    },
    {
      id: 'fly-legacy-token',
      title: 'a Fly.io token',
      severity: 'critical',
      source: tokens,
      anchors: ['fo1_'],
      pattern: /fo1_[\w-]{43}/uy,
      minEntropy: 4,
    },
    {
      id: 'fly-macaroon',
      title: 'a Fly.io access token',
      severity: 'critical',
      source: tokens,
      anchors: ['fm1r_', 'fm1a_', 'fm2_'],
      pattern: /fm(?:1r|1a|2)_[A-Za-z\d+/]{100,4000}={0,3}/uy,
      minEntropy: 4,
    },
  ],
};
