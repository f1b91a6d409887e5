import type { Provider } from '../core/detector.ts';

export const snowflake: Provider = {
  name: 'Snowflake',
  revoke: 'ALTER USER NAME REMOVE PROGRAMMATIC ACCESS TOKEN NAME',
  formats: [
    {
      id: 'snowflake-programmatic-access-token',
      title: 'a Snowflake programmatic access token',
      severity: 'critical',
      source: 'https://docs.snowflake.com/en/user-guide/programmatic-access-tokens',
      anchors: ['eyJ'],
      near: ['snowflake', 'programmatic_access_token'],
      pattern: /eyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,1024}/uy,
    },
  ],
};
