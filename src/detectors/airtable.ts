import type { Provider } from '../core/detector.ts';

export const airtable: Provider = {
  name: 'Airtable',
  revoke: 'https://airtable.com/create/tokens',
  formats: [
    {
      id: 'airtable-api-key',
      title: 'an Airtable API key (no longer accepted since 2024)',
      severity: 'high',
      source: 'https://support.airtable.com/docs/airtable-api-key-deprecation-notice',
      near: ['airtable'],
      pattern: /key[A-Za-z\d]{14}/uy,
      accepts: (key) => /\d/u.test(key) && /[A-Z]/u.test(key),
    },
    {
      id: 'airtable-personal-access-token',
      title: 'an Airtable personal access token',
      severity: 'high',
      source: 'https://airtable.com/developers/web/guides/personal-access-tokens',
      anchors: ['pat'],
      pattern: /pat[A-Za-z\d]{14}\.[a-f\d]{64}/uy,
      minEntropy: 3.3,
    },
  ],
};
