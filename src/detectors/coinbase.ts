import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

const keys = 'https://docs.cdp.coinbase.com/get-started/authentication/cdp-api-keys';

export const coinbase: Provider = {
  name: 'Coinbase',
  revoke: 'https://portal.cdp.coinbase.com/projects/api-keys',
  formats: [
    {
      id: 'coinbase-api-secret',
      title: 'a Coinbase secret',
      severity: 'high',
      source: keys,
      near: ['coinbase'],
      pattern: /(?:[A-Za-z\d+/]{86}==|[\w-]{64}|[A-Za-z\d]{32})/uy,
      minEntropy: 3.5,
      accepts: isMixed,
    },
    {
      id: 'coinbase-cdp-key-name',
      title: 'the name of a Coinbase API key',
      severity: 'medium',
      source: keys,
      anchors: ['organizations/'],
      pattern: /organizations\/[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}\/apiKeys\/[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
      pairWith: ['pem-private-key'],
    },
  ],
};
