import type { Provider } from '../core/detector.ts';

export const snowflake: Provider = {
  name: 'Snowflake',
  formats: [
    {
      id: 'snowflake-programmatic-access-token',
      title: 'a Snowflake programmatic access token',
      severity: 'critical',
      source: 'Snowflake: programmatic access tokens',
      anchors: ['eyJ'],
      near: ['snowflake', 'sf_token', 'programmatic_access_token'],
      pattern: /eyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,1024}/uy,
      // SHAPE: JWT-like; no own prefix
      // CONFIDENCE: medium
    },
  ],
};
