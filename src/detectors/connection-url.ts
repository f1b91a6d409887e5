import type { Provider } from '../core/detector.ts';
import { classifyValue } from '../core/value.ts';

export const connectionUrl: Provider = {
  name: 'Git hosts',
  revoke: 'The settings of the account at the host of the repository',
  formats: [
    {
      id: 'git-url-token',
      title: 'a token in the URL of a git repository',
      severity: 'critical',
      source: 'https://git-scm.com/docs/gitcredentials',
      anchors: ['https://'],
      // alone, where a user should stand; a password is the business of another row
      pattern: /https:\/\/(?<secret>[^\s:/@"'`<>{}$]{20,256})(?::x-oauth-basic)?@(?:github\.com|gitlab\.com|bitbucket\.org|dev\.azure\.com)\//uy,
      isGeneric: true,
      accepts: (token) => classifyValue(token) === 'opaque',
    },
  ],
};
