import type { Provider } from '../core/detector.ts';

export const privateKey: Provider = {
  name: 'Private keys',
  revoke: 'Make a new pair, and put the new public half wherever the old one is',
  formats: [
    {
      id: 'pem-private-key',
      title: 'a private key',
      severity: 'critical',
      source: 'https://www.rfc-editor.org/rfc/rfc7468',
      anchors: ['-----BEGIN '],
      // Key material must follow: the marker alone is a program that looks for keys. Line breaks may be escaped.
      pattern:
        /-----BEGIN (?:[A-Z\d]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?<secret>(?:\\[nr]|[\s"'`+,|\\]){0,80}(?:(?:Proc-Type|DEK-Info|Version|Comment):[^\n\\]{0,80}(?:\\[nr]|\n)(?:\\[nr]|\s){0,20}){0,4}[A-Za-z\d+/](?:\\[nr]|[A-Za-z\d+/=\s"'`,.|]|\\(?![nr])){39,12000})/uy,
      isWholeValue: true,
      pairWith: ['coinbase-cdp-key-name'],
      boundary: /(?!)/u,
      accepts: (body) => /[A-Za-z\d+/]{32}/u.test(body) && new Set(body.replace(/\\[nr]|[^A-Za-z\d+/]/gu, '')).size > 15,
    },
    {
      id: 'openvpn-static-key',
      title: 'a static key of OpenVPN',
      severity: 'critical',
      source: 'https://openvpn.net/community-resources/reference-manual-for-openvpn-2-6/',
      anchors: ['-----BEGIN OpenVPN Static key'],
      pattern: /-----BEGIN OpenVPN Static key V1-----\s{0,4}(?<secret>(?:[\da-f]{16,64}\s{1,4}){4,40})/uy,
      isWholeValue: true,
      boundary: /(?!)/u,
    },
  ],
};
