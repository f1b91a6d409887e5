import type { Provider } from '../core/detector.ts';
import { isMachineMade } from '../core/machine-made.ts';

const tokens = 'https://docs.netlify.com/api-and-cli-guides/api-guides/get-started-with-api/#authentication';

export const netlify: Provider = {
  name: 'Netlify',
  revoke: 'https://app.netlify.com/user/applications#personal-access-tokens',
  formats: [
    {
      id: 'netlify-access-token',
      title: 'a Netlify access token',
      severity: 'critical',
      source: tokens,
      anchors: ['nfp_', 'nfc_', 'nfo_', 'nfb_', 'nfu_'],
      pattern: /nf[pcobu]_[A-Za-z\d]{36}/uy,
      minEntropy: 3,
    },
    {
      id: 'netlify-access-token-legacy',
      title: 'a legacy Netlify access token',
      severity: 'critical',
      source: tokens,
      near: ['netlify'],
      pattern: /[\w-]{43,46}/uy,
      minEntropy: 3.5,
      accepts: isMachineMade,
    },
  ],
};
