import type { Provider } from '../core/detector.ts';

export const atlassian: Provider = {
  name: 'Atlassian',
  formats: [
    {
      id: 'atlassian-api-token',
      title: 'an Atlassian API token',
      severity: 'high',
      source: 'Atlassian support: manage API tokens',
      anchors: ['ATATT3'],
      pattern: /ATATT3[\w-]{26,800}=[A-F\d]{8}/uy,
      minEntropy: 3.5,
      // CHECKSUM: crc32 of everything before the last 8 chars (prefix and = included), 8 upper-case hex
      // SHAPE: starts ATATT3xFfGF0, 192 chars in all usual; the equals sign may be escaped (%3D)
      // CONFIDENCE: high
    },
    {
      id: 'atlassian-data-center-pat',
      title: 'an Atlassian data center personal access token',
      severity: 'high',
      source: 'Jira and Confluence Data Center: personal access tokens',
      near: ['jira', 'confluence', 'atlassian'],
      pattern: /[MNO][A-Za-z\d]{3}[\w+/-]{40}/uy,
      minEntropy: 3.5,
      // CHECKSUM: base64-decode: decimal number, colon, random bytes
      // CONFIDENCE: medium
    },
    {
      id: 'atlassian-legacy-api-token',
      title: 'an Atlassian legacy API token',
      severity: 'high',
      source: 'support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account',
      near: ['atlassian', 'confluence', 'jira'],
      pattern: /[A-Za-z\d]{24}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: medium
    },
  ],
};
