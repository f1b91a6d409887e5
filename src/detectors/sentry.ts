import type { Provider } from '../core/detector.ts';

export const sentry: Provider = {
  name: 'Sentry',
  formats: [
    {
      id: 'sentry-dsn',
      title: 'a Sentry DSN with its secret half',
      severity: 'medium',
      source: 'Sentry docs: security/token-formats',
      anchors: ['https://', 'http://'],
      pattern: /https?:\/\/[a-f\d]{32}:(?<secret>[a-f\d]{32})@[A-Za-z\d.-]{3,200}\/\d{1,20}/uy,
    },
    {
      id: 'sentry-legacy-auth-token',
      title: 'a Sentry legacy auth token',
      severity: 'high',
      source: 'Sentry docs: security/token-formats',
      near: ['sentry_auth_token', 'sentry'],
      pattern: /[a-f\d]{64}/uy,
      minEntropy: 3.3,
      // SHAPE: same shape as a SHA-256 digest; Sentry-Hook-Signature header is not a credential
      // CONFIDENCE: medium
    },
    {
      id: 'sentry-org-auth-token',
      title: 'a Sentry org auth token',
      severity: 'high',
      source: 'Sentry docs: security/token-formats',
      anchors: ['sntrys_'],
      pattern: /sntrys_eyJ[\w+/-]{20,500}={0,2}_[A-Za-z\d+/]{43}/uy,
      minEntropy: 4,
      // SHAPE: base64 JSON payload (iat, url, region_url, org), underscore, 43-char secret; 180 to 250 chars
      // CONFIDENCE: high
    },
    {
      id: 'sentry-reserved-token',
      title: 'a Sentry reserved token',
      severity: 'high',
      source: 'Sentry docs: security/token-formats',
      anchors: ['sntrya_', 'sntryi_'],
      pattern: /(?:sntrya_|sntryi_)[a-f\d]{64}/uy,
      minEntropy: 3.3,
      // SHAPE: reserved prefixes, not issued today
      // CONFIDENCE: high
    },
    {
      id: 'sentry-user-auth-token',
      title: 'a Sentry user auth token',
      severity: 'high',
      source: 'Sentry docs: security/token-formats',
      anchors: ['sntryu_'],
      pattern: /sntryu_[a-f\d]{64}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: high
    },
  ],
};
