import type { Provider } from '../core/detector.ts';

export const vercel: Provider = {
  name: 'Vercel',
  formats: [
    {
      id: 'vercel-ai-gateway-key',
      title: 'a Vercel AI gateway key',
      severity: 'high',
      source: 'Vercel: AI Gateway',
      anchors: ['vck_'],
      pattern: /vck_[\w-]{56}/uy,
      // SHAPE: one source accepts 20 to 60 alphanumerics
      // CONFIDENCE: high
    },
    {
      id: 'vercel-api-token-legacy',
      title: 'a Vercel API token legacy',
      severity: 'critical',
      source: 'vercel.com/docs/rest-api',
      near: ['vercel_token', 'vercel'],
      pattern: /[A-Za-z\d]{24}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: medium
    },
    {
      id: 'vercel-app-token',
      title: 'a Vercel app token',
      severity: 'critical',
      source: 'Vercel: tokens',
      anchors: ['vci_', 'vca_', 'vcr_'],
      pattern: /(?:vci_|vca_|vcr_)[\w-]{56}/uy,
      // SHAPE: vci = integration, vca = app access, vcr = app refresh; one source accepts 20 to 60 alphanumerics
      // CONFIDENCE: high
    },
    {
      id: 'vercel-blob-read-write-token',
      title: 'a Vercel blob read write token',
      severity: 'high',
      source: 'Vercel: Blob',
      anchors: ['vercel_blob_rw_'],
      pattern: /vercel_blob_rw_[A-Za-z\d]{16}_[A-Za-z\d]{30,40}/uy,
      // SHAPE: store id, secret
      // CONFIDENCE: high
    },
    {
      id: 'vercel-personal-access-token',
      title: 'a Vercel personal access token',
      severity: 'critical',
      source: 'Vercel: tokens',
      anchors: ['vcp_'],
      pattern: /vcp_[\w-]{56}/uy,
      // SHAPE: one source accepts 20 to 60 alphanumerics
      // CONFIDENCE: high
    },
  ],
};
