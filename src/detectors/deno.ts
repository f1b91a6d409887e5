import type { Provider } from '../core/detector.ts';

export const deno: Provider = {
  name: 'Deno',
  revoke: 'https://dash.deno.com/account#access-tokens',
  formats: [
    {
      id: 'deno-deploy-token',
      title: 'a Deno Deploy token',
      severity: 'critical',
      source: 'https://docs.deno.com/deploy/classic/deployctl/',
      anchors: ['ddp_', 'ddw_'],
      pattern: /dd[pw]_[A-Za-z\d]{36}/uy,
    },
  ],
};
