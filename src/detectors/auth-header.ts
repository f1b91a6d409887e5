import { decodeBase64 } from '../core/checksum.ts';
import type { Provider } from '../core/detector.ts';
import { isLiteralPassword } from '../core/literal-password.ts';
import { classifyValue } from '../core/value.ts';

export const authHeader: Provider = {
  name: 'HTTP authentication',
  revoke: 'Change the password, or have the service issue a new token',
  formats: [
    {
      id: 'authorization-header',
      title: 'a credential of an authorization header',
      severity: 'high',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2',
      anchors: ['Basic ', 'Bearer '],
      isCaseless: true,
      isGeneric: true,
      pattern: /(?:Basic[ ]{1,4}(?<secret>[A-Za-z\d+/]{8,1000}={0,2})|Bearer[ ]{1,4}(?<secretOfBearer>[\w.~+/-]{16,4000}={0,2}))/iuy,
      accepts: (credential, { groups }) => (groups?.['secret'] === undefined ? classifyValue(credential) === 'opaque' : holdsPassword(credential)),
    },
    {
      id: 'curl-user-option',
      title: 'a password for curl',
      severity: 'high',
      source: 'https://curl.se/docs/manpage.html#-u',
      anchors: ['curl '],
      isGeneric: true,
      pattern: /curl[ ](?:[^\\\r\n]|\\[^]){0,300}?[ \t](?:-u[ \t]{0,2}|--(?:proxy-)?user[ \t=])["']?[^\s:"'$@/]{1,128}:(?<secret>[^\s"'`$]{4,128})/uy,
      boundary: /(?!)/u,
      accepts: (password, [whole]) => isLiteralPassword(password) && !/^\d{1,6}$/u.test(password) && !(whole.includes(`${password}:${password}`) && isAnybody(password)),
    },
    {
      id: 'encoded-user-password',
      title: 'a password that is encoded for a header',
      severity: 'high',
      source: 'https://www.rfc-editor.org/rfc/rfc7617#section-2',
      anchors: ['btoa(', 'b64encode(', 'Buffer.from('],
      isGeneric: true,
      pattern: /(?:btoa\(|b64encode\(|Buffer\.from\((?=[^()\r\n]{1,200}\)\.toString\(["']base64))[ \t]{0,4}b?["'`](?<user>[^\s:"'`$<{]{1,64}):(?<secret>[^\s:"'`$<{]{4,100})["'`]/uy,
      boundary: /(?!)/u,
      accepts: (password, { groups }) => isLiteralPassword(password) && password !== groups?.['user'],
    },
    {
      id: 'password-field-value',
      title: 'a password that a page fills in',
      severity: 'high',
      source: 'https://html.spec.whatwg.org/multipage/input.html#password-state-(type=password)',
      anchors: ['type="password"', "type='password'"],
      lookBehind: 160,
      first: 't \t\r\n',
      isGeneric: true,
      pattern: /(?:type=(?:"password"|'password')[ \t\r\n]{1,20}(?:[^<>]{0,300}?[ \t\r\n])?value=["'](?<secret>[^"'<>{}$%\s]{4,60})["']|[ \t\r\n]value=["'](?<secretFirst>[^"'<>{}$%\s]{4,60})["'][ \t\r\n]{1,20}(?:[^<>]{0,100}?[ \t\r\n])?type=(?:"password"|'password'))/uy,
      boundary: /(?!)/u,
      accepts: (password) => isLiteralPassword(password) && !/^(?:password|passwd|pass)$/iu.test(password),
    },
    {
      id: 'ntlm-type3-message',
      title: 'an NTLM answer, from which the password can be computed',
      severity: 'medium',
      source: 'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-nlmp/033d32cc-88f9-4483-9bf2-b273055038ce',
      anchors: ['TlRMTVNTUAADAAAA'],
      pattern: /TlRMTVNTUAADAAAA[A-Za-z\d+/]{60,4000}={0,2}/uy,
    },
  ],
};

/** `user:user` stands for any; a service's own name is often its password. */
const isAnybody = (user: string): boolean => !/^[a-z]{3,20}[A-Z][A-Za-z]{2,20}$/u.test(user);

/** RFC 7617: `user:password` in base64. */
function holdsPassword(credential: string): boolean {
  const text = decodeBase64(credential);
  const colon = text.indexOf(':');
  return colon > 0 && /^[\u0020-\u007e]{3,}$/u.test(text) && isLiteralPassword(text.slice(colon + 1));
}
