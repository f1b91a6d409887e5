import type { Provider } from '../core/detector.ts';

export const databricks: Provider = {
  name: 'Databricks',
  formats: [
    {
      id: 'databricks-oauth-secret',
      title: 'a Databricks OAuth secret',
      severity: 'critical',
      source: 'Databricks: OAuth machine-to-machine',
      anchors: ['dose'],
      pattern: /dose[a-f\d]{32}/uy,
      minEntropy: 3,
      // SHAPE: used together with the databricks host
      // CONFIDENCE: high
    },
    {
      id: 'databricks-personal-access-token',
      title: 'a Databricks personal access token',
      severity: 'critical',
      source: 'Databricks: personal access tokens',
      anchors: ['dapi'],
      pattern: /dapi[a-f\d]{32}(?:-\d)?/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
  ],
};
