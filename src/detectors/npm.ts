import type { Provider } from '../core/detector.ts';

export const npm: Provider = {
  name: 'npm',
  formats: [
    {
      id: 'npm-access-token',
      title: 'an npm access token',
      severity: 'critical',
      source: 'GitHub changelog: npm has a new access token format',
      anchors: ['npm_'],
      pattern: /npm_[A-Za-z\d]{36}/uy,
      minEntropy: 2,
      // CHECKSUM: crc32-base62 last 6 (over the first 30 body chars)
      // CONFIDENCE: high
    },
    {
      id: 'npm-access-token-legacy',
      title: 'an npm access token legacy',
      severity: 'critical',
      source: '-',
      near: ['authtoken', 'npm_token'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
      // CONFIDENCE: medium
    },
    {
      id: 'npmrc-auth-token',
      title: 'an npm npmrc auth token',
      severity: 'critical',
      source: 'npm docs: npmrc',
      anchors: [':_authToken=', '_authToken='],
      pattern: /(?::_authToken=|_authToken=)[ \t]{0,2}"?(?<secret>[\w+/=.-]{16,2000})/uy,
      // SHAPE: .npmrc line //HOST/:_authToken=VALUE; not ${VAR}; also _auth= (base64 USER:PASSWORD) and _password= (base64)
      // CONFIDENCE: high
    },
    {
      id: 'npmrc-basic-auth',
      title: 'an npm npmrc basic auth',
      severity: 'critical',
      source: 'npm docs: npmrc',
      anchors: [':_auth=', '_auth=', ':_password=', '_password='],
      near: ['registry', 'npmrc'],
      pattern: /(?::_auth=|_auth=|:_password=|_password=)[ \t]{0,2}"?(?<secret>[A-Za-z\d+/]{8,400}={0,2})/uy,
      // SHAPE: .npmrc; base64
      // CONFIDENCE: medium
    },
  ],
};
