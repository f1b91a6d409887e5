import type { Provider } from '../core/detector.ts';

export const dynatrace: Provider = {
  name: 'Dynatrace',
  revoke: 'https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens',
  formats: [
    {
      id: 'dynatrace-api-token',
      title: 'a Dynatrace token',
      severity: 'high',
      source: 'https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens#token-format',
      anchors: ['dt0c01.', 'dt0s01.', 'dt0s02.', 'dt0s03.', 'dt0s04.', 'dt0s06.', 'dt0s08.', 'dt0s09.', 'dt0s16.', 'dt0a01.', 'dt0e01.'],
      isCaseless: true,
      pattern: /dt0(?:c01|s0[1-4689]|s16|[ae]01)\.[A-Z\d]{24}\.[A-Z\d]{64}/iuy,
      minEntropy: 3.3,
    },
  ],
};
