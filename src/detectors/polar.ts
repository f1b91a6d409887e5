import type { Provider } from '../core/detector.ts';
import { isMachineMade } from '../core/machine-made.ts';

export const polar: Provider = {
  name: 'Polar',
  revoke: 'https://polar.sh/docs/integrate/oat',
  formats: [
    {
      id: 'polar-access-token',
      title: 'a Polar access token',
      severity: 'critical',
      source: 'https://polar.sh/docs/integrate/oat',
      // of an organisation, of a person, of an OAuth client with its refresh token and secret, and what signs webhooks
      anchors: ['polar_oat_', 'polar_pat_', 'polar_at_', 'polar_rt_', 'polar_cs_', 'polar_whs_'],
      pattern: /polar_(?:oat|pat|at|rt|cs|whs)_[\w-]{20,100}/uy,
      accepts: (token) => isMachineMade(token.slice(token.indexOf('_', 6) + 1)),
    },
  ],
};
