import type { Provider } from '../core/detector.ts';

const variables = 'https://clerk.com/docs/guides/development/clerk-environment-variables';

export const clerk: Provider = {
  name: 'Clerk',
  revoke: 'https://dashboard.clerk.com, API keys',
  formats: [
    {
      id: 'clerk-publishable-key',
      title: 'a Clerk publishable key (public)',
      severity: 'low',
      source: variables,
      anchors: ['pk_live_', 'pk_test_'],
      near: ['clerk'],
      pattern: /pk_(?:live|test)_[A-Za-z\d+/]{20,120}={0,2}/uy,
    },
    {
      id: 'clerk-secret-key',
      title: 'a Clerk secret key',
      severity: 'critical',
      source: variables,
      anchors: ['sk_live_', 'sk_test_'],
      near: ['clerk'],
      pattern: /sk_(?:live|test)_[A-Za-z\d]{32,64}/uy,
    },
  ],
};
