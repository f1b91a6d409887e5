import { decodeBase64 } from '../core/checksum.ts';
import type { Provider } from '../core/detector.ts';

export const jwt: Provider = {
  name: 'JSON Web Token',
  revoke: 'Change the key that signs',
  formats: [
    {
      id: 'json-web-token',
      title: 'a JSON Web Token',
      severity: 'medium',
      source: 'https://www.rfc-editor.org/rfc/rfc7519',
      anchors: ['eyJ'],
      pattern: /eyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,1024}/uy,
      visible: 3,
      // RFC 7519's own sample has the issuer "joe"; the token of jwt.io is of "1234567890"; Supabase ships demo keys.
      accepts: (token) => !/"sub": ?"1234567890"|"iss": ?"(?:joe|supabase-demo)"/u.test(decodeBase64(token.split('.')[1] ?? '')),
    },
  ],
};
