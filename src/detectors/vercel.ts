import type { Provider } from '../core/detector.ts';
import { isMachineMade } from '../core/machine-made.ts';

const tokens = 'https://vercel.com/docs/rest-api#authentication';

export const vercel: Provider = {
  name: 'Vercel',
  revoke: 'https://vercel.com/account/settings/tokens',
  formats: [
    {
      id: 'vercel-ai-gateway-key',
      title: 'a Vercel AI Gateway key',
      severity: 'high',
      source: 'https://vercel.com/docs/ai-gateway/authentication',
      anchors: ['vck_'],
      pattern: /vck_[\w-]{20,64}/uy,
      accepts: hasMachineMadeBody,
    },
    {
      id: 'vercel-api-token-legacy',
      title: 'a legacy Vercel token',
      severity: 'critical',
      source: tokens,
      near: ['vercel'],
      pattern: /[A-Za-z\d]{24}/uy,
      minEntropy: 3.3,
      accepts: isMachineMade,
    },
    {
      id: 'vercel-app-token',
      title: 'a token of a Vercel integration or app',
      severity: 'critical',
      source: 'https://vercel.com/docs/integrations/create-integration',
      anchors: ['vci_', 'vca_', 'vcr_'],
      pattern: /vc[iar]_[\w-]{20,64}/uy,
      accepts: hasMachineMadeBody,
    },
    {
      id: 'vercel-blob-read-write-token',
      title: 'a Vercel Blob token',
      severity: 'high',
      source: 'https://vercel.com/docs/vercel-blob/using-blob-sdk',
      anchors: ['vercel_blob_rw_'],
      pattern: /vercel_blob_rw_[A-Za-z\d]{12,20}_[A-Za-z\d]{24,48}/uy,
      minEntropy: 3,
    },
    {
      id: 'vercel-personal-access-token',
      title: 'a Vercel access token',
      severity: 'critical',
      source: tokens,
      anchors: ['vcp_'],
      pattern: /vcp_[\w-]{20,64}/uy,
      accepts: hasMachineMadeBody,
    },
  ],
};

/** Names of programs begin in this way too. */
function hasMachineMadeBody(token: string): boolean {
  return isMachineMade(token.slice(4));
}
