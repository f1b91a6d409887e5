import type { Provider } from '../core/detector.ts';

export const netlify: Provider = {
  name: 'Netlify',
  formats: [
    {
      id: 'netlify-access-token',
      title: 'a Netlify access token',
      severity: 'critical',
      source: '-',
      anchors: ['nfp_', 'nfc_', 'nfo_', 'nfb_', 'nfu_'],
      pattern: /(?:nfp_|nfc_|nfo_|nfb_|nfu_)[A-Za-z\d]{36}/uy,
      // SHAPE: nfp = personal, nfc = CLI, nfo = OAuth, nfb = build, nfu = user session; 40 chars in all
      // CONFIDENCE: high
    },
    {
      id: 'netlify-access-token-legacy',
      title: 'a Netlify access token legacy',
      severity: 'critical',
      source: '-',
      near: ['netlify'],
      pattern: /[\w-]{43,46}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: medium
    },
  ],
};
