import type { Provider } from '../core/detector.ts';

export const polar: Provider = {
  name: 'Polar',
  formats: [
    {
      id: 'polar-access-token',
      title: 'a Polar access token',
      severity: 'critical',
      source: '-',
      anchors: ['polar_at_', 'polar_oat_', 'polar_pat_'],
      pattern: /(?:polar_at_|polar_oat_|polar_pat_)[\w-]{20,100}/uy,
      // SHAPE: at = OAuth, oat = organisation, pat = personal
      // CONFIDENCE: high
    },
  ],
};
