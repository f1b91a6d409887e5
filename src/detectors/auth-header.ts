import type { Provider } from '../core/detector.ts';

export const authHeader: Provider = {
  name: 'HTTP authentication',
  formats: [
    {
      id: 'curl-user-option',
      title: 'a HTTP authentication curl user option',
      severity: 'high',
      source: '-',
      anchors: ['-u ', '--user ', '--user='],
      near: ['curl'],
      pattern: /(?:-u |--user |--user=)["']?[^\s:"'$]{1,128}:[^\s"'$]{3,128}/uy,
      // SHAPE: USER:PASSWORD argument
      // CONFIDENCE: medium
    },
    {
      id: 'http-basic-auth-header',
      title: 'a HTTP authentication HTTP basic auth header',
      severity: 'high',
      source: 'RFC 7617',
      anchors: ['Basic '],
      isCaseless: true,
      near: ['authorization'],
      pattern: /Basic [A-Za-z\d+/]{8,1000}={0,2}/iuy,
      // SHAPE: base64 decodes to printable USER:PASSWORD
      // CONFIDENCE: medium
    },
    {
      id: 'http-bearer-auth-header',
      title: 'a HTTP authentication HTTP bearer auth header',
      severity: 'high',
      source: 'RFC 6750',
      anchors: ['Bearer '],
      isCaseless: true,
      near: ['authorization'],
      pattern: /Bearer [\w.~+/-]{16,4000}={0,2}/iuy,
      minEntropy: 3.4,
      // SHAPE: opaque token; report the specific kind instead when one matches
      // CONFIDENCE: medium
    },
    {
      id: 'ntlm-type3-message',
      title: 'a HTTP authentication NTLM type3 message',
      severity: 'medium',
      source: 'MS-NLMP',
      anchors: ['TlRMTVNTUAADAAAA'],
      pattern: /TlRMTVNTUAADAAAA[A-Za-z\d+/]{60,4000}={0,2}/uy,
      // SHAPE: base64 of NTLMSSP type 3 (authenticate); types 1 and 2 are harmless
      // CONFIDENCE: high
    },
  ],
};
