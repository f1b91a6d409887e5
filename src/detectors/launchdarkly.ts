import type { Provider } from '../core/detector.ts';

export const launchdarkly: Provider = {
  name: 'LaunchDarkly',
  revoke: 'https://launchdarkly.com/docs/home/account/api',
  formats: [
    {
      id: 'launchdarkly-access-token',
      title: 'a LaunchDarkly access token',
      severity: 'high',
      source: 'https://launchdarkly.com/docs/home/account/api',
      anchors: ['api-'],
      near: ['launchdarkly', 'ld_api', 'ld_access', 'ld_token'],
      pattern: /api-[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
    },
    {
      id: 'launchdarkly-sdk-key',
      title: 'a LaunchDarkly SDK key',
      severity: 'medium',
      source: 'https://launchdarkly.com/docs/sdk/concepts/client-side-server-side',
      anchors: ['sdk-'],
      near: ['launchdarkly', 'sdk_key', 'ld_sdk', 'ldclient'],
      pattern: /sdk-[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
    },
  ],
};
