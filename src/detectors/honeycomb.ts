import type { Provider } from '../core/detector.ts';

const keys = 'https://docs.honeycomb.io/configure/environments/manage-api-keys/';

export const honeycomb: Provider = {
  name: 'Honeycomb',
  revoke: 'https://ui.honeycomb.io/account, API Keys',
  formats: [
    {
      id: 'honeycomb-api-key',
      title: 'a Honeycomb API key',
      severity: 'medium',
      source: keys,
      near: ['honeycomb'],
      pattern: /(?:[a-f\d]{32}|[A-Za-z\d]{22})/uy,
      minEntropy: 3,
      accepts: (key) => /\d/u.test(key),
    },
    {
      id: 'honeycomb-ingest-key',
      title: 'a Honeycomb ingest key',
      severity: 'medium',
      source: keys,
      anchors: ['hcaik_', 'hcbik_', 'hcxik_', 'hcaic_'],
      pattern: /hc(?:[abx]ik|aic)_[a-z\d]{50,64}/uy,
    },
  ],
};
