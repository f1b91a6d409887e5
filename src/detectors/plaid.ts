import type { Provider } from '../core/detector.ts';

export const plaid: Provider = {
  name: 'Plaid',
  revoke: 'https://dashboard.plaid.com/developers/keys',
  formats: [
    {
      id: 'plaid-access-token',
      title: 'a Plaid access token',
      severity: 'critical',
      source: 'https://plaid.com/docs/api/items/#token-exchange-flow',
      anchors: ['access-sandbox-', 'access-development-', 'access-production-'],
      isCaseless: true,
      pattern: /access-(?:sandbox|development|production)-[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
      minEntropy: 3,
    },
    {
      id: 'plaid-secret',
      title: 'a Plaid secret',
      severity: 'critical',
      source: 'https://plaid.com/docs/quickstart/#api-keys',
      near: ['plaid'],
      pattern: /[a-f\d]{30}/iuy,
      minEntropy: 3,
    },
  ],
};
