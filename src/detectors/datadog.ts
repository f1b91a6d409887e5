import type { Provider } from '../core/detector.ts';

const keys = 'https://docs.datadoghq.com/account_management/api-app-keys/';

export const datadog: Provider = {
  name: 'Datadog',
  revoke: 'https://app.datadoghq.com/organization-settings/api-keys',
  formats: [
    {
      id: 'datadog-api-key',
      title: 'a Datadog API key',
      severity: 'high',
      source: keys,
      near: ['datadog', 'dd_api_key', 'ddog'],
      pattern: /[a-f\d]{32}/iuy,
      minEntropy: 3.1,
      pairWith: ['datadog-application-key'],
    },
    {
      id: 'datadog-application-key',
      title: 'a Datadog application key',
      severity: 'critical',
      source: keys,
      near: ['datadog', 'dd_app_key', 'dd_application_key', 'ddog'],
      pattern: /[a-f\d]{40}/iuy,
      minEntropy: 3.3,
      pairWith: ['datadog-api-key'],
    },
    {
      id: 'datadog-client-token',
      title: 'a Datadog client token (public)',
      severity: 'low',
      source: 'https://docs.datadoghq.com/account_management/api-app-keys/#client-tokens',
      anchors: ['pub'],
      near: ['datadog', 'dd_client_token', 'client_token'],
      pattern: /pub[a-f\d]{32}/uy,
    },
  ],
};
