import type { Provider } from '../core/detector.ts';

export const pagerduty: Provider = {
  name: 'PagerDuty',
  revoke: 'https://support.pagerduty.com/main/docs/api-access-keys',
  formats: [
    {
      id: 'pagerduty-api-key',
      title: 'a PagerDuty API key',
      severity: 'high',
      source: 'https://support.pagerduty.com/main/docs/api-access-keys',
      near: ['pagerduty', 'pager_duty', 'pd_token', 'pd_api'],
      // those of users begin with u+
      pattern: /(?:u\+|y_)[\w+-]{18}/uy,
      minEntropy: 3.3,
    },
  ],
};
