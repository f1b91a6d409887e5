import type { Provider } from '../core/detector.ts';

const tokens = 'https://buildkite.com/docs/platform/security/tokens';

export const buildkite: Provider = {
  name: 'Buildkite',
  revoke: 'https://buildkite.com/user/api-access-tokens',
  formats: [
    {
      id: 'buildkite-agent-access-token',
      title: 'a Buildkite agent access token',
      severity: 'high',
      source: tokens,
      anchors: ['bkaa_'],
      pattern: /bkaa_[\w-]{60,90}/uy,
    },
    {
      id: 'buildkite-agent-registration-token',
      title: 'a Buildkite agent registration token',
      severity: 'critical',
      source: tokens,
      anchors: ['bkar_'],
      pattern: /bkar_[\w-]{60,90}/uy,
    },
    {
      id: 'buildkite-cluster-token',
      title: 'a Buildkite cluster token',
      severity: 'critical',
      source: tokens,
      anchors: ['bkct_'],
      pattern: /bkct_[\w-]{60,90}/uy,
    },
    {
      id: 'buildkite-user-access-token',
      title: 'a Buildkite API access token',
      severity: 'critical',
      source: tokens,
      anchors: ['bkua_'],
      pattern: /bkua_[A-Za-z\d]{40,53}/uy,
    },
  ],
};
