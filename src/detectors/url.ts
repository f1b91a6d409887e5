import type { Detector } from '../core/detect.ts';
import { classifyValue } from '../core/value.ts';

/** Names that RFC 2606 keeps for examples, and what stands for "your host". */
const documentationHosts = /^(?:example\.(?:com|org|net)|host|hostname|server|(?:my|your)?domain\.com)$/u;

export const url: readonly Detector[] = [
  {
    id: 'url-password',
    title: 'a password in a connection URL',
    severity: 'high',
    source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
    anchors: ['://'],
    lookBehind: 0,
    pattern: /:\/\/(?<user>[^\s:@/?#"'`<>]{0,80}):(?<secret>[^\s:@/"'`<>]{3,200})@(?=(?<host>[\w.-]{1,80})|[[$%{(<])/uy,
    boundary: /(?!)/u,
    isUrlPassword: true,
    accepts(password, match) {
      const user = match.groups?.['user'] ?? '';
      if (documentationHosts.test(match.groups?.['host'] ?? '')) return false;
      const valueClass = classifyValue(password);
      if (!['guessable', 'opaque', 'identifier', 'plain', 'path'].includes(valueClass)) return false;
      return password !== user && !/^(?:pass\w*|pw|pwd|secret|\w*password\w*|\*+|x+)$/iu.test(password) && !/[${}%](?=[{(\w])/u.test(password.replace(/%[\dA-F]{2}/giu, ''));
    },
  },
];
