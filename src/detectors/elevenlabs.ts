import type { Provider } from '../core/detector.ts';

export const elevenlabs: Provider = {
  name: 'ElevenLabs',
  revoke: 'https://elevenlabs.io/app/settings/api-keys',
  formats: [
    {
      id: 'elevenlabs-api-key',
      title: 'an ElevenLabs API key',
      severity: 'medium',
      source: 'https://elevenlabs.io/docs/api-reference/authentication',
      anchors: ['sk_'],
      pattern: /sk_[a-f\d]{48}/uy,
      minEntropy: 3.3,
    },
  ],
};
