import type { Provider } from '../core/detector.ts';

export const vultr: Provider = {
  name: 'Vultr',
  revoke: 'https://my.vultr.com/settings/#settingsapi',
  formats: [
    {
      id: 'vultr-api-key',
      title: 'a Vultr API key',
      severity: 'critical',
      source: 'https://www.vultr.com/api/#section/Authentication',
      near: ['vultr'],
      pattern: /[A-Z\d]{36}/uy,
      minEntropy: 3.3,
    },
  ],
};
