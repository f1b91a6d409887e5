import type { Provider } from '../core/detector.ts';

export const onePassword: Provider = {
  name: '1Password',
  formats: [
    {
      id: 'onepassword-connect-token',
      title: 'a 1Password onepassword connect token',
      severity: 'critical',
      source: '1Password docs: connect',
      anchors: ['eyJ'],
      near: ['op_connect_token', 'onepassword', '1password'],
      pattern: /eyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,1024}/uy,
      // SHAPE: JWT
      // CONFIDENCE: medium
    },
    {
      id: 'onepassword-secret-key',
      title: 'a 1Password onepassword secret key',
      severity: 'high',
      source: '1Password support: secret-key',
      anchors: ['A3-'],
      pattern: /A3-[A-Z\d]{6}-(?:[A-Z\d]{11}|[A-Z\d]{6}-[A-Z\d]{5})-[A-Z\d]{5}-[A-Z\d]{5}-[A-Z\d]{5}/uy,
      minEntropy: 3.8,
      // SHAPE: dash groups; account secret key
      // CONFIDENCE: high
    },
    {
      id: 'onepassword-service-account-token',
      title: 'a 1Password onepassword service account token',
      severity: 'critical',
      source: '1Password docs: service-accounts',
      anchors: ['ops_eyJ'],
      pattern: /ops_eyJ[A-Za-z\d+/]{250,1400}={0,3}/uy,
      minEntropy: 4,
      // SHAPE: base64 of a JSON object; decoded text starts {"
      // CONFIDENCE: high
    },
  ],
};
