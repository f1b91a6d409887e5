import type { Provider } from '../core/detector.ts';

export const onePassword: Provider = {
  name: '1Password',
  revoke: 'https://support.1password.com/secret-key-change/',
  formats: [
    {
      id: 'onepassword-connect-token',
      title: 'a 1Password Connect token',
      severity: 'critical',
      source: 'https://developer.1password.com/docs/connect/manage-connect/',
      anchors: ['eyJ'],
      near: ['op_connect_token', 'onepassword', '1password'],
      pattern: /eyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,1024}/uy,
    },
    {
      id: 'onepassword-secret-key',
      title: 'a 1Password Secret Key',
      severity: 'high',
      source: 'https://support.1password.com/secret-key/',
      anchors: ['A3-'],
      pattern: /A3-[A-Z\d]{6}-(?:[A-Z\d]{11}|[A-Z\d]{6}-[A-Z\d]{5})-[A-Z\d]{5}-[A-Z\d]{5}-[A-Z\d]{5}/uy,
      minEntropy: 3.5,
    },
    {
      id: 'onepassword-service-account-token',
      title: 'a 1Password service account token',
      severity: 'critical',
      source: 'https://developer.1password.com/docs/service-accounts/get-started/',
      anchors: ['ops_eyJ'],
      // base64 of a JSON object
      pattern: /ops_eyJ[A-Za-z\d+/_-]{200,1800}={0,3}/uy,
      minEntropy: 4,
    },
  ],
};
