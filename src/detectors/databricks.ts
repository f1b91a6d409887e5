import type { Provider } from '../core/detector.ts';

export const databricks: Provider = {
  name: 'Databricks',
  revoke: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
  formats: [
    {
      id: 'databricks-oauth-secret',
      title: 'a Databricks OAuth secret',
      severity: 'critical',
      source: 'https://docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m',
      anchors: ['dose'],
      pattern: /dose[a-f\d]{32}/uy,
      minEntropy: 3,
    },
    {
      id: 'databricks-personal-access-token',
      title: 'a Databricks personal access token',
      severity: 'critical',
      source: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
      anchors: ['dapi'],
      pattern: /dapi[a-f\d]{32}(?:-\d)?/uy,
      minEntropy: 3,
    },
  ],
};
