import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';
import { isRandom } from '../core/randomness.ts';

export const auth0: Provider = {
  name: 'Auth0',
  revoke: 'https://manage.auth0.com, Applications, Rotate Secret',
  formats: [
    {
      id: 'auth0-client-secret',
      title: 'an Auth0 client secret',
      severity: 'critical',
      source: 'https://auth0.com/docs/get-started/applications/rotate-client-secret',
      near: ['auth0'],
      pattern: /[\w-]{48,128}/uy,
      minEntropy: 3.5,
      // names of resources are of this length too
      accepts: (secret) => isMixed(secret) && isRandom(secret),
    },
  ],
};
