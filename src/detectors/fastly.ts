import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

export const fastly: Provider = {
  name: 'Fastly',
  revoke: 'https://manage.fastly.com/account/personal/tokens',
  formats: [
    {
      id: 'fastly-api-token',
      title: 'a Fastly API token',
      severity: 'critical',
      source: 'https://www.fastly.com/documentation/guides/account-info/user-and-account-management/using-api-tokens/',
      near: ['fastly'],
      pattern: /[\w-]{32}/uy,
      minEntropy: 3.5,
      accepts: isMixed,
    },
  ],
};
