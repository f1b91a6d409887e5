import type { Provider } from '../core/detector.ts';

export const elevenlabs: Provider = {
  name: 'ElevenLabs',
  formats: [
    {
      id: 'elevenlabs-api-key',
      title: 'an ElevenLabs API key',
      severity: 'medium',
      source: 'elevenlabs.io/docs/api-reference/authentication',
      anchors: ['sk_'],
      isCaseless: true,
      pattern: /sk_[a-f\d]{48}/iuy,
      minEntropy: 3.3,
      // CONFIDENCE: high
    },
  ],
};
