import type { Provider } from '../core/detector.ts';

export const figma: Provider = {
  name: 'Figma',
  formats: [
    {
      id: 'figma-oauth-token',
      title: 'a Figma OAuth token',
      severity: 'high',
      source: '-',
      anchors: ['figu_', 'figur_', 'figo_', 'figor_', 'figoh_'],
      pattern: /(?:figu_|figur_|figo_|figor_|figoh_)[\w-]{38,200}/uy,
      // SHAPE: OAuth access, refresh and client-secret variants
      // CONFIDENCE: high
    },
    {
      id: 'figma-personal-access-token',
      title: 'a Figma personal access token',
      severity: 'high',
      source: 'Figma: personal access tokens',
      anchors: ['figd_'],
      pattern: /figd_[\w-]{38,200}/uy,
      minEntropy: 3.5,
      // SHAPE: 40 usual
      // CONFIDENCE: high
    },
  ],
};
