import type { Provider } from '../core/detector.ts';

const formats = 'https://develop.sentry.dev/backend/api/token-formats/';

export const sentry: Provider = {
  name: 'Sentry',
  revoke: 'https://sentry.io/settings/account/api/auth-tokens/',
  formats: [
    {
      id: 'sentry-dsn',
      title: 'a Sentry DSN with its secret half',
      severity: 'medium',
      // without the half that is no longer needed a DSN is public
      source: 'https://docs.sentry.io/concepts/key-terms/dsn-explainer/',
      anchors: ['://'],
      pattern: /:\/\/[a-f\d]{32}:(?<secret>[a-f\d]{32})@[A-Za-z\d.-]{3,200}\/\d{1,20}/uy,
      boundary: /(?!)/u,
      isWholeValue: true,
    },
    {
      id: 'sentry-legacy-auth-token',
      title: 'a legacy Sentry auth token',
      severity: 'high',
      source: formats,
      near: ['sentry'],
      pattern: /[a-f\d]{64}/uy,
      minEntropy: 3.3,
      // its header signs what a webhook sends
      accepts: (_, { input, index }) => !/signature/iu.test(input.slice(Math.max(0, index - 40), index)),
    },
    {
      id: 'sentry-org-auth-token',
      title: 'a Sentry organization auth token',
      severity: 'high',
      source: formats,
      anchors: ['sntrys_'],
      // base64 of a JSON object, then the secret
      pattern: /sntrys_eyJ[\w+/-]{20,500}={0,2}_[A-Za-z\d+/]{43}/uy,
      minEntropy: 4,
    },
    {
      id: 'sentry-user-auth-token',
      title: 'a Sentry user auth token',
      severity: 'high',
      source: formats,
      // the others are reserved for apps and integrations
      anchors: ['sntryu_', 'sntrya_', 'sntryi_'],
      pattern: /sntry[uai]_[a-f\d]{64}/uy,
      minEntropy: 3.3,
    },
  ],
};
