import type { Provider } from '../core/detector.ts';
import { isMachineMade } from '../core/machine-made.ts';

export const okta: Provider = {
  name: 'Okta',
  revoke: 'https://help.okta.com/en-us/content/topics/security/api.htm',
  formats: [
    {
      id: 'okta-api-token',
      title: 'an Okta API token',
      severity: 'critical',
      source: 'https://developer.okta.com/docs/guides/create-an-api-token/main/',
      // the scheme of its header
      near: ['okta', 'ssws'],
      isTelling: true,
      pattern: /00[\w-]{40}/uy,
      minEntropy: 3.5,
    },
    {
      id: 'okta-client-secret',
      title: 'an Okta client secret',
      severity: 'critical',
      source: 'https://developer.okta.com/docs/guides/client-secret-rotation-key/main/',
      near: ['okta'],
      pattern: /[\w-]{40,64}/uy,
      minEntropy: 3.5,
      accepts: (secret) => isMachineMade(secret) && !/^00[\w-]{40}$/u.test(secret),
    },
  ],
};
