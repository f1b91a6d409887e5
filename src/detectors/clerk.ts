import type { Provider } from '../core/detector.ts';

export const clerk: Provider = {
  name: 'Clerk',
  formats: [
    {
      id: 'clerk-publishable-key',
      title: 'a Clerk publishable key',
      severity: 'low',
      source: 'Clerk: environment variables',
      anchors: ['pk_live_', 'pk_test_'],
      near: ['clerk'],
      pattern: /(?:pk_live_|pk_test_)[A-Za-z\d+/]{20,120}={0,2}/uy,
      // PUBLIC
      // SHAPE: base64 of the front-end API host followed by a dollar sign
      // CONFIDENCE: medium
    },
    {
      id: 'clerk-secret-key',
      title: 'a Clerk secret key',
      severity: 'critical',
      source: 'Clerk: environment variables',
      anchors: ['sk_live_', 'sk_test_'],
      near: ['clerk'],
      pattern: /(?:sk_live_|sk_test_)[A-Za-z\d]{32,64}/uy,
      // SHAPE: same prefix as Stripe: decide by context
      // CONFIDENCE: medium
    },
  ],
};
