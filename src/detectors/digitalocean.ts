import type { Provider } from '../core/detector.ts';

export const digitalocean: Provider = {
  name: 'DigitalOcean',
  formats: [
    {
      id: 'digitalocean-oauth-token',
      title: 'a DigitalOcean OAuth token',
      severity: 'critical',
      source: 'DigitalOcean: OAuth API',
      anchors: ['doo_v1_', 'dor_v1_'],
      pattern: /(?:doo_v1_|dor_v1_)[a-f\d]{64}/uy,
      minEntropy: 3,
      // SHAPE: doo = access, dor = refresh
      // CONFIDENCE: high
    },
    {
      id: 'digitalocean-personal-access-token',
      title: 'a DigitalOcean personal access token',
      severity: 'critical',
      source: 'DigitalOcean: create personal access token',
      anchors: ['dop_v1_'],
      pattern: /dop_v1_[a-f\d]{64}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'digitalocean-spaces-access-key',
      title: 'a DigitalOcean spaces access key',
      severity: 'medium',
      source: 'DigitalOcean: Spaces keys',
      anchors: ['DO00', 'DO801'],
      pattern: /(?:DO00|DO801)[A-Z\d]{15,16}/uy,
      pairWith: ['digitalocean-spaces-secret-key'],
      // SHAPE: 20 chars in all; secret beside it = 43 chars of base64
      // CONFIDENCE: high
    },
    {
      id: 'digitalocean-spaces-secret-key',
      title: 'a DigitalOcean spaces secret key',
      severity: 'critical',
      source: 'DigitalOcean: Spaces keys',
      near: ['spaces_secret', 'spaces_key', 'digitaloceanspaces'],
      pattern: /[A-Za-z\d+/]{43}/uy,
      minEntropy: 4,
      pairWith: ['digitalocean-spaces-access-key'],
      // CONFIDENCE: medium
    },
  ],
};
