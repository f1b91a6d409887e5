import type { Provider } from '../core/detector.ts';

export const plaid: Provider = {
  name: 'Plaid',
  formats: [
    {
      id: 'plaid-access-token',
      title: 'a Plaid access token',
      severity: 'critical',
      source: 'Plaid: tokens',
      anchors: ['access-sandbox-', 'access-development-', 'access-production-'],
      isCaseless: true,
      pattern: /(?:access-sandbox-|access-development-|access-production-)[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
      minEntropy: 3.2,
      // SHAPE: one bank link each
      // CONFIDENCE: high
    },
    {
      id: 'plaid-secret',
      title: 'a Plaid secret',
      severity: 'critical',
      source: 'Plaid: API keys',
      near: ['plaid'],
      pattern: /[a-f\d]{30}/iuy,
      minEntropy: 3,
      // SHAPE: used together with the plaid client id
      // CONFIDENCE: medium
    },
  ],
};
