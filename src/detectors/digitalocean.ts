import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

const spaces = 'https://docs.digitalocean.com/products/spaces/how-to/manage-access/';

export const digitalocean: Provider = {
  name: 'DigitalOcean',
  revoke: 'https://cloud.digitalocean.com/account/api/tokens',
  formats: [
    {
      id: 'digitalocean-oauth-token',
      title: 'a DigitalOcean OAuth token',
      severity: 'critical',
      source: 'https://docs.digitalocean.com/reference/api/oauth/',
      anchors: ['doo_v1_', 'dor_v1_'],
      pattern: /do[or]_v1_[a-f\d]{64}/uy,
      minEntropy: 3,
    },
    {
      id: 'digitalocean-personal-access-token',
      title: 'a DigitalOcean personal access token',
      severity: 'critical',
      source: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
      anchors: ['dop_v1_'],
      pattern: /dop_v1_[a-f\d]{64}/uy,
      minEntropy: 3,
    },
    {
      id: 'digitalocean-spaces-access-key',
      title: 'a DigitalOcean Spaces access key',
      severity: 'medium',
      source: spaces,
      anchors: ['DO00', 'DO801'],
      pattern: /(?:DO00[A-Z\d]{16}|DO801[A-Z\d]{15})/uy,
      pairWith: ['digitalocean-spaces-secret-key'],
    },
    {
      id: 'digitalocean-spaces-secret-key',
      title: 'a DigitalOcean Spaces secret key',
      severity: 'critical',
      source: spaces,
      near: ['spaces_secret', 'spaces_key', 'spaces_access', 'digitaloceanspaces', 'do_spaces', 'digitalocean'],
      pattern: /[A-Za-z\d+/]{43}/uy,
      minEntropy: 4,
      accepts: isMixed,
      pairWith: ['digitalocean-spaces-access-key'],
    },
  ],
};
