import type { Provider } from '../core/detector.ts';

export const opsgenie: Provider = {
  name: 'Opsgenie',
  revoke: 'https://support.atlassian.com/opsgenie/docs/api-key-management/',
  formats: [
    {
      id: 'opsgenie-api-key',
      title: 'an Opsgenie API key',
      severity: 'high',
      source: 'https://docs.opsgenie.com/docs/api-overview',
      near: ['opsgenie', 'geniekey'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
      minEntropy: 3,
    },
  ],
};
