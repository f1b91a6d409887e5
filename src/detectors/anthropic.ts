import type { Provider } from '../core/detector.ts';

const keys = 'https://docs.anthropic.com/en/api/overview#authentication';
const signIn = 'https://docs.anthropic.com/en/docs/claude-code/iam';

export const anthropic: Provider = {
  name: 'Anthropic',
  revoke: 'https://console.anthropic.com/settings/keys',
  formats: [
    {
      id: 'anthropic-admin-api-key',
      title: 'an Anthropic admin API key',
      severity: 'critical',
      source: 'https://docs.anthropic.com/en/api/administration-api',
      anchors: ['sk-ant-admin'],
      pattern: /sk-ant-admin\d\d-[\w-]{80,120}/uy,
      minEntropy: 3.3,
    },
    {
      id: 'anthropic-api-key',
      title: 'an Anthropic API key',
      severity: 'high',
      source: keys,
      anchors: ['sk-ant-api'],
      pattern: /sk-ant-api\d\d-[\w-]{80,120}/uy,
      minEntropy: 3.3,
    },
    {
      id: 'anthropic-oauth-access-token',
      title: 'an Anthropic OAuth access token',
      severity: 'high',
      source: signIn,
      anchors: ['sk-ant-oat'],
      pattern: /sk-ant-oat\d\d-[\w-]{80,120}/uy,
      minEntropy: 3.3,
    },
    {
      id: 'anthropic-oauth-refresh-token',
      title: 'an Anthropic OAuth refresh token',
      severity: 'high',
      source: signIn,
      anchors: ['sk-ant-ort'],
      pattern: /sk-ant-ort\d\d-[\w-]{80,120}/uy,
      minEntropy: 3.3,
    },
    {
      id: 'anthropic-session-key',
      title: 'an Anthropic session key',
      severity: 'high',
      source: signIn,
      anchors: ['sk-ant-sid'],
      pattern: /sk-ant-sid\d\d-[\w-]{80,120}/uy,
      minEntropy: 3.3,
    },
  ],
};
