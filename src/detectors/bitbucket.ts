import { decodeBase64, endsInCrc32 } from '../core/checksum.ts';
import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

export const bitbucket: Provider = {
  name: 'Bitbucket',
  revoke: 'https://support.atlassian.com/bitbucket-cloud/docs/revoke-an-api-token/',
  formats: [
    {
      id: 'bitbucket-access-token',
      title: 'a Bitbucket access token',
      severity: 'critical',
      source: 'https://support.atlassian.com/bitbucket-cloud/docs/access-tokens/',
      anchors: ['ATCTT3'],
      pattern: /ATCTT3(?:[\w-]{26,800}(?:=|%3D|\\=)[A-F\d]{8}|[\w=-]{150,250})/uy,
      minEntropy: 3.5,
      doubt: doubtChecksum,
    },
    {
      id: 'bitbucket-app-password',
      title: 'a Bitbucket app password',
      severity: 'critical',
      source: 'https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/',
      anchors: ['ATBB'],
      pattern: /ATBB[A-Za-z\d]{32}/uy,
      doubt: doubtChecksum,
    },
    {
      id: 'bitbucket-data-center-http-token',
      title: 'a Bitbucket HTTP access token',
      severity: 'critical',
      source: 'https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html',
      anchors: ['BBDC-'],
      pattern: /BBDC-[MNO][A-Za-z\d]{3}[\w+/-]{40}/uy,
      doubt: (token) => (/^\d{6,14}:/u.test(decodeBase64(token.slice(5))) ? undefined : 'it does not begin with a number'),
    },
    {
      id: 'bitbucket-oauth-secret',
      title: 'a secret of a Bitbucket OAuth consumer',
      severity: 'high',
      source: 'https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/',
      near: ['bitbucket'],
      pattern: /(?:[\w=-]{64}|[A-Za-z\d]{32})/uy,
      minEntropy: 3.3,
      accepts: isMixed,
    },
  ],
};

function doubtChecksum(token: string): string | undefined {
  return endsInCrc32(token.replace(/%3D|\\=/u, '=')) ? undefined : 'its checksum does not match';
}
