import { getCrc32, toBase62 } from '../core/checksum.ts';
import type { Provider } from '../core/detector.ts';

const settings = 'https://docs.npmjs.com/cli/configuring-npm/npmrc';

export const npm: Provider = {
  name: 'npm',
  revoke: 'https://docs.npmjs.com/revoking-access-tokens',
  formats: [
    {
      id: 'npm-access-token',
      title: 'an npm access token',
      severity: 'critical',
      source: 'https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/',
      anchors: ['npm_'],
      pattern: /npm_[A-Za-z\d]{36}/uy,
      minEntropy: 2,
      doubt: (token) => (hasChecksum(token.slice(4)) ? undefined : 'its checksum does not match'),
    },
    {
      id: 'npm-access-token-legacy',
      title: 'a legacy npm access token',
      severity: 'critical',
      source: 'https://docs.npmjs.com/about-access-tokens',
      near: ['authtoken', 'npm_token', 'npm_auth', 'npm_api_key'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
    },
    {
      id: 'npmrc-auth-token',
      title: 'an access token of an npm registry',
      severity: 'critical',
      source: settings,
      anchors: ['_authToken'],
      pattern: /_authToken["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?<secret>[\w+/=.-]{16,2000})/uy,
      // tokens of a known vendor have rows of their own
      accepts: (token) => !/^(?:npm_|gh[pousr]_|github_pat_|gl[a-z]{2,6}-|eyJ)/u.test(token),
    },
    {
      id: 'npmrc-basic-auth',
      title: 'a password of an npm registry',
      severity: 'critical',
      source: settings,
      anchors: ['_auth', '_password'],
      near: ['registry', 'npmrc', 'always_auth'],
      // base64 of user and password, or of the password
      pattern: /_(?:auth|password)[ \t]{0,4}=[ \t]{0,4}["']?(?<secret>[A-Za-z\d+/]{8,400}={0,2})/uy,
    },
  ],
};

/** The last six characters are the CRC-32 of those before them in base 62, as in tokens of GitHub. */
const hasChecksum = (body: string): boolean => toBase62(getCrc32(body.slice(0, -6)), 6) === body.slice(-6);
