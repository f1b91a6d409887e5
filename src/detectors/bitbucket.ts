import type { Provider } from '../core/detector.ts';

export const bitbucket: Provider = {
  name: 'Bitbucket',
  formats: [
    {
      id: 'bitbucket-access-token',
      title: 'a Bitbucket access token',
      severity: 'critical',
      source: 'Bitbucket Cloud: access tokens',
      anchors: ['ATCTT3'],
      pattern: /ATCTT3[\w-]{26,800}=[A-F\d]{8}/uy,
      minEntropy: 3.5,
      // CHECKSUM: crc32 of everything before the last 8 chars (prefix and = included), 8 upper-case hex
      // SHAPE: starts ATCTT3xFfGN0; repository, project and workspace access tokens, also organisation admin keys
      // CONFIDENCE: high
    },
    {
      id: 'bitbucket-app-password',
      title: 'a Bitbucket app password',
      severity: 'critical',
      source: 'Bitbucket Cloud: app passwords',
      anchors: ['ATBB'],
      pattern: /ATBB[A-Za-z\d]{24}[A-F\d]{8}/uy,
      // CHECKSUM: crc32 of everything before the last 8 chars, 8 upper-case hex
      // CONFIDENCE: high
    },
    {
      id: 'bitbucket-data-center-http-token',
      title: 'a Bitbucket data center HTTP token',
      severity: 'critical',
      source: 'Bitbucket Data Center: HTTP access tokens',
      anchors: ['BBDC-'],
      pattern: /BBDC-[MNO][A-Za-z\d][A-Za-z\d][A-Za-z\d][\w-]{40}/uy,
      // CHECKSUM: base64-decode the 44 chars: decimal number, colon, random bytes
      // CONFIDENCE: high
    },
  ],
};
