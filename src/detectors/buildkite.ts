import type { Provider } from '../core/detector.ts';

export const buildkite: Provider = {
  name: 'Buildkite',
  formats: [
    {
      id: 'buildkite-agent-access-token',
      title: 'a Buildkite agent access token',
      severity: 'high',
      source: 'Buildkite: token security',
      anchors: ['bkaa_'],
      pattern: /bkaa_[\w-]{75}/uy,
      // CONFIDENCE: high
    },
    {
      id: 'buildkite-agent-registration-token',
      title: 'a Buildkite agent registration token',
      severity: 'critical',
      source: 'Buildkite: token security',
      anchors: ['bkar_'],
      pattern: /bkar_[\w-]{73}/uy,
      // CONFIDENCE: high
    },
    {
      id: 'buildkite-cluster-token',
      title: 'a Buildkite cluster token',
      severity: 'critical',
      source: 'Buildkite: token security',
      anchors: ['bkct_'],
      pattern: /bkct_[\w-]{73}/uy,
      // CONFIDENCE: high
    },
    {
      id: 'buildkite-user-access-token',
      title: 'a Buildkite user access token',
      severity: 'critical',
      source: 'Buildkite: token security',
      anchors: ['bkua_'],
      pattern: /bkua_[a-z\d]{40,53}/uy,
      // SHAPE: 40 or 53 chars
      // CONFIDENCE: high
    },
  ],
};
