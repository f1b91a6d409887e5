import type { Provider } from '../core/detector.ts';

export const otp: Provider = {
  name: 'One-time passwords',
  revoke: 'Set up the second factor again.',
  formats: [
    {
      id: 'otpauth-uri',
      title: 'the seed of one-time passwords',
      severity: 'high',
      source: 'https://github.com/google/google-authenticator/wiki/Key-Uri-Format',
      anchors: ['otpauth://'],
      pattern: /otpauth:\/\/(?:totp|hotp)\/[^\s?"'<>]{0,200}\?(?:[^\s"'<>]{0,200}(?:&|;|\\u0026))?secret=(?<secret>[A-Z2-7]{16,128})/iuy,
      isWholeValue: true,
      accepts: (seed) => new Set(seed).size > 6,
    },
  ],
};
