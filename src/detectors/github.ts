import { getCrc32, toBase62 } from '../core/checksum.ts';
import type { Provider } from '../core/detector.ts';
import { isPlaceholder } from '../core/placeholder.ts';

const formats = 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats';

export const github: Provider = {
  name: 'GitHub',
  revoke: 'https://github.com/settings/tokens',
  formats: [
    {
      id: 'github-token',
      title: 'a GitHub token',
      severity: 'critical',
      source: formats,
      anchors: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
      pattern: /gh[pousr]_[A-Za-z\d]{36,76}/uy,
      visible: 4,
      accepts: (token) => isFilled(token.slice(4)),
      doubt: (token) => (hasChecksum(token.slice(4)) ? undefined : 'its checksum does not match'),
    },
    {
      id: 'github-app-installation-token',
      title: 'a GitHub App installation token',
      severity: 'high',
      source: 'https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app',
      anchors: ['ghs_'],
      pattern: /ghs_\d{1,20}_eyJ[\w-]{10,1000}\.eyJ[\w-]{10,8000}\.[\w-]{10,1000}/uy,
      visible: 4,
    },
    {
      id: 'github-fine-grained-token',
      title: 'a GitHub fine-grained personal access token',
      severity: 'critical',
      source: formats,
      anchors: ['github_pat_'],
      pattern: /github_pat_[A-Za-z\d]{22}_[A-Za-z\d]{59}/uy,
      visible: 11,
      accepts: (token) => isFilled(token.slice(11)),
    },
    {
      id: 'github-legacy-token',
      title: 'a GitHub token of the old form',
      severity: 'critical',
      source: formats,
      // of the shape of a commit id
      near: ['github_token', 'github_api', 'github_access', 'github_auth', 'github_key', 'github_pat', 'github_oauth_token', 'gh_token', 'gh_pat', 'oauth_token', 'x_oauth_basic', 'api_github_com'],
      pattern: /[a-f\d]{40}/uy,
      minEntropy: 3.3,
    },
    {
      id: 'github-oauth-client-secret',
      title: 'a GitHub OAuth client secret',
      severity: 'high',
      source: 'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps',
      near: ['github_client', 'github_secret', 'github_oauth'],
      pattern: /[a-f\d]{40}/uy,
      minEntropy: 3.3,
    },
  ],
};

const isFilled = (body: string): boolean => new Set(body).size > 9 && !/x{6}|your|token/iu.test(body) && !isPlaceholder(body) && !isPlaceholder(body.slice(0, 26)) && !isPlaceholder(body.slice(-26));

/**
 * The last six characters are the CRC-32 of those before them in base 62:
 * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
const hasChecksum = (body: string): boolean => toBase62(getCrc32(body.slice(0, -6)), 6) === body.slice(-6);
