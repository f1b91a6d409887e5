import type { Provider } from '../core/detector.ts';

const tokens = 'https://www.figma.com/developers/api#authentication';

export const figma: Provider = {
  name: 'Figma',
  revoke: 'https://www.figma.com/settings, Security',
  formats: [
    {
      id: 'figma-legacy-token',
      title: 'a Figma personal access token',
      severity: 'high',
      source: tokens,
      near: ['figma'],
      isTelling: true,
      pattern: /\d{4,8}-[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
    },
    {
      id: 'figma-oauth-token',
      title: 'a Figma OAuth token',
      severity: 'high',
      source: tokens,
      anchors: ['figu_', 'figur_', 'figo_', 'figor_', 'figoh_'],
      pattern: /fig(?:u|ur|o|or|oh)_[\w-]{36,200}/uy,
    },
    {
      id: 'figma-personal-access-token',
      title: 'a Figma personal access token',
      severity: 'high',
      source: tokens,
      anchors: ['figd_'],
      pattern: /figd_[\w-]{36,200}/uy,
      minEntropy: 3.5,
    },
  ],
};
