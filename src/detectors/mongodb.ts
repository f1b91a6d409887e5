import type { Provider } from '../core/detector.ts';

export const mongodb: Provider = {
  name: 'MongoDB',
  formats: [
    {
      id: 'mongodb-atlas-private-api-key',
      title: 'a MongoDB atlas private API key',
      severity: 'critical',
      source: 'MongoDB Atlas: API keys',
      near: ['mongodb_atlas', 'atlas_private', 'atlas_api', 'mongodb'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
      minEntropy: 3,
      // CONFIDENCE: medium
    },
    {
      id: 'mongodb-atlas-service-account-secret',
      title: 'a MongoDB atlas service account secret',
      severity: 'critical',
      source: 'MongoDB Atlas: service accounts',
      anchors: ['mdb_sa_sk_'],
      pattern: /mdb_sa_sk_[\w-]{40}/uy,
      minEntropy: 3,
      // SHAPE: used together with the mongodb atlas service account id
      // CONFIDENCE: high
    },
  ],
};
