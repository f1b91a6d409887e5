import type { Provider } from '../core/detector.ts';

export const launchdarkly: Provider = {
  name: 'LaunchDarkly',
  formats: [
    {
      id: 'launchdarkly-access-token',
      title: 'a LaunchDarkly access token',
      severity: 'high',
      source: 'LaunchDarkly: API access tokens',
      anchors: ['api-'],
      near: ['launchdarkly'],
      pattern: /api-[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
      // CONFIDENCE: medium
    },
    {
      id: 'launchdarkly-sdk-key',
      title: 'a LaunchDarkly SDK key',
      severity: 'medium',
      source: 'LaunchDarkly: SDK credentials',
      anchors: ['sdk-'],
      near: ['launchdarkly'],
      pattern: /sdk-[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
      // CONFIDENCE: medium
    },
  ],
};
