import type { Provider } from '../core/detector.ts';

export const mongodb: Provider = {
  name: 'MongoDB',
  revoke: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
  formats: [
    {
      id: 'mongodb-atlas-private-api-key',
      title: 'a MongoDB Atlas private API key',
      severity: 'critical',
      source: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
      near: ['mongodb', 'mongo_atlas', 'atlas_private', 'atlas_api', 'atlas_key'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
      minEntropy: 3,
    },
    {
      id: 'mongodb-atlas-service-account-secret',
      title: 'a MongoDB Atlas service account secret',
      severity: 'critical',
      source: 'https://www.mongodb.com/docs/atlas/api/service-accounts-overview/',
      anchors: ['mdb_sa_sk_'],
      pattern: /mdb_sa_sk_[\w-]{36,48}/uy,
      minEntropy: 3,
    },
  ],
};
