import type { Provider } from '../core/detector.ts';

export const datadog: Provider = {
  name: 'Datadog',
  formats: [
    {
      id: 'datadog-api-key',
      title: 'a Datadog API key',
      severity: 'high',
      source: 'Datadog: account_management/api-app-keys',
      near: ['datadog', 'dd_api_key', 'ddapikey'],
      pattern: /[a-f\d]{32}/iuy,
      minEntropy: 3.1,
      pairWith: ['datadog-application-key'],
      // CONFIDENCE: medium
    },
    {
      id: 'datadog-application-key',
      title: 'a Datadog application key',
      severity: 'critical',
      source: 'Datadog: account_management/api-app-keys',
      near: ['datadog', 'dd_app_key', 'dd_application_key', 'ddappkey'],
      pattern: /[a-f\d]{40}/iuy,
      minEntropy: 3.3,
      pairWith: ['datadog-api-key'],
      // CONFIDENCE: medium
    },
    {
      id: 'datadog-client-token',
      title: 'a Datadog client token',
      severity: 'low',
      source: 'Datadog: client tokens',
      anchors: ['pub'],
      near: ['datadog', 'dd_client_token', 'clienttoken'],
      pattern: /pub[a-f\d]{32}/uy,
      // PUBLIC
      // SHAPE: browser RUM/log token
      // CONFIDENCE: medium
    },
  ],
};
