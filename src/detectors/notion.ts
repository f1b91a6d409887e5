import type { Provider } from '../core/detector.ts';

export const notion: Provider = {
  name: 'Notion',
  formats: [
    {
      id: 'notion-integration-token',
      title: 'a Notion integration token',
      severity: 'high',
      source: 'Notion developers: changelog, token prefix',
      anchors: ['ntn_'],
      pattern: /ntn_\d{9,11}[A-Za-z\d]{35,37}/uy,
      minEntropy: 4,
      // CONFIDENCE: high
    },
    {
      id: 'notion-integration-token-legacy',
      title: 'a Notion integration token legacy',
      severity: 'high',
      source: '-',
      anchors: ['secret_'],
      near: ['notion'],
      pattern: /secret_[A-Za-z\d]{43}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: medium
    },
  ],
};
