import type { Provider } from '../core/detector.ts';

export const datastax: Provider = {
  name: 'DataStax',
  revoke: 'https://astra.datastax.com/settings/tokens',
  formats: [
    {
      id: 'datastax-astra-token',
      title: 'a DataStax Astra token',
      severity: 'critical',
      source: 'https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html',
      anchors: ['AstraCS:'],
      pattern: /AstraCS:[A-Za-z\d]{24}:[a-f\d]{64}/uy,
    },
  ],
};
