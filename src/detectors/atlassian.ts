import { decodeBase64, endsInCrc32 } from '../core/checksum.ts';
import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

const tokens = 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/';

export const atlassian: Provider = {
  name: 'Atlassian',
  revoke: 'https://id.atlassian.com/manage-profile/security/api-tokens',
  formats: [
    {
      id: 'atlassian-api-token',
      title: 'an Atlassian API token',
      severity: 'high',
      source: tokens,
      anchors: ['ATATT3'],
      pattern: /ATATT3(?:[\w-]{26,800}(?:=|%3D|\\=)[A-F\d]{8}|[\w=-]{150,250})/uy,
      minEntropy: 3.5,
      doubt: (token) => (endsInCrc32(token.replace(/%3D|\\=/u, '=')) ? undefined : 'its checksum does not match'),
    },
    {
      id: 'atlassian-data-center-pat',
      title: 'a personal access token of Jira or Confluence',
      severity: 'high',
      source: 'https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html',
      near: ['jira', 'confluence', 'atlassian'],
      isTelling: true,
      pattern: /[MNO][A-Za-z\d]{3}[\w+/-]{40}/uy,
      minEntropy: 3.5,
      accepts: (token) => /^\d{8,14}:/u.test(decodeBase64(token)),
    },
    {
      id: 'atlassian-legacy-api-token',
      title: 'an Atlassian API token',
      severity: 'high',
      source: tokens,
      near: ['atlassian', 'confluence', 'jira'],
      pattern: /[A-Za-z\d]{24}/uy,
      minEntropy: 3.5,
      accepts: isMixed,
    },
  ],
};
