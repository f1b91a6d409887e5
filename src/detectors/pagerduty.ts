import type { Provider } from '../core/detector.ts';

export const pagerduty: Provider = {
  name: 'PagerDuty',
  formats: [
    {
      id: 'pagerduty-api-key',
      title: 'a PagerDuty API key',
      severity: 'high',
      source: 'developer.pagerduty.com/api-reference/4555ca1c983d0-get-the-current-user',
      near: ['pagerduty', 'pager_duty', 'pd_token', 'pd_api'],
      pattern: /(?:u\+|y_)[\w+-]{18}/uy,
      minEntropy: 3.3,
      // SHAPE: 20 chars in all; u+ = user token
      // CONFIDENCE: medium
    },
  ],
};
