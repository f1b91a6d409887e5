import type { Provider } from '../core/detector.ts';

export const deno: Provider = {
  name: 'Deno',
  formats: [
    {
      id: 'deno-deploy-token',
      title: 'a Deno deploy token',
      severity: 'critical',
      source: 'Deno Deploy: access tokens',
      anchors: ['ddp_', 'ddw_'],
      pattern: /(?:ddp_|ddw_)[A-Za-z\d]{36}/uy,
      // SHAPE: ddw_ = web session token
      // CONFIDENCE: high
    },
  ],
};
