import type { Provider } from '../core/detector.ts';

export const otp: Provider = {
  name: 'One-time passwords',
  formats: [
    {
      id: 'otpauth-uri',
      title: 'a One-time passwords otpauth URI',
      severity: 'high',
      source: 'Key URI format',
      anchors: ['otpauth://'],
      pattern: /otpauth:\/\/(?:totp|hotp)\/[^\s?"'<>]{1,200}\?(?:[^\s"'<>]{0,200}&)?secret=[A-Z2-7]{16,128}/uy,
      // SHAPE: Base32 seed in the secret parameter
      // CONFIDENCE: high
    },
  ],
};
