import type { Provider } from '../core/detector.ts';

export const fly: Provider = {
  name: 'Fly.io',
  formats: [
    {
      id: 'fly-access-token',
      title: 'a Fly.io access token',
      severity: 'critical',
      source: 'Fly.io: access tokens',
      anchors: ['FlyV1 '],
      pattern: /FlyV1 [\w=+/,-]{100,4000}/uy,
      minEntropy: 4,
      // SHAPE: macaroon: comma list of fm1r_/fm1a_/fm2_ tokens
      // CONFIDENCE: high
    },
    {
      id: 'fly-legacy-token',
      title: 'a Fly.io legacy token',
      severity: 'critical',
      source: 'Fly.io: access tokens',
      anchors: ['fo1_'],
      pattern: /fo1_[\w-]{43}/uy,
      minEntropy: 4,
      // CONFIDENCE: high
    },
    {
      id: 'fly-macaroon',
      title: 'a Fly.io macaroon',
      severity: 'critical',
      source: 'Fly.io: access tokens',
      anchors: ['fm1r_', 'fm1a_', 'fm2_'],
      pattern: /(?:fm1r_|fm1a_|fm2_)[A-Za-z\d+/]{100,4000}={0,3}/uy,
      minEntropy: 4,
      // CONFIDENCE: high
    },
  ],
};
