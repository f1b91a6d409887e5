import type { Provider } from '../core/detector.ts';

export const anthropic: Provider = {
  name: 'Anthropic',
  formats: [
    {
      id: 'anthropic-admin-api-key',
      title: 'an Anthropic admin API key',
      severity: 'critical',
      source: 'Anthropic API: admin API',
      anchors: ['sk-ant-admin01-'],
      pattern: /sk-ant-admin01-[\w-]{93}AA/uy,
      minEntropy: 3.3,
      // CONFIDENCE: high
    },
    {
      id: 'anthropic-api-key',
      title: 'an Anthropic API key',
      severity: 'high',
      source: 'Anthropic API: authentication',
      anchors: ['sk-ant-api03-'],
      pattern: /sk-ant-api03-[\w-]{93}AA/uy,
      minEntropy: 3.3,
      // SHAPE: 108 chars in all
      // CONFIDENCE: high
    },
    {
      id: 'anthropic-oauth-access-token',
      title: 'an Anthropic OAuth access token',
      severity: 'high',
      source: '-',
      anchors: ['sk-ant-oat01-'],
      pattern: /sk-ant-oat01-[\w-]{80,120}/uy,
      minEntropy: 3.3,
      // SHAPE: Claude subscription / CLI OAuth access token
      // CONFIDENCE: high
    },
    {
      id: 'anthropic-oauth-refresh-token',
      title: 'an Anthropic OAuth refresh token',
      severity: 'high',
      source: '-',
      anchors: ['sk-ant-ort01-'],
      pattern: /sk-ant-ort01-[\w-]{80,120}/uy,
      minEntropy: 3.3,
      // SHAPE: OAuth refresh token
      // CONFIDENCE: high
    },
    {
      id: 'anthropic-session-key',
      title: 'an Anthropic session key',
      severity: 'high',
      source: '-',
      anchors: ['sk-ant-sid01-'],
      pattern: /sk-ant-sid01-[\w-]{80,120}/uy,
      minEntropy: 3.3,
      // SHAPE: browser session
      // CONFIDENCE: high
    },
  ],
};
