import type { Provider } from '../core/detector.ts';

const authorization = 'https://developers.notion.com/docs/authorization';

export const notion: Provider = {
  name: 'Notion',
  revoke: 'https://www.notion.so/profile/integrations',
  formats: [
    {
      id: 'notion-integration-token',
      title: 'a Notion integration token',
      severity: 'high',
      source: 'https://developers.notion.com/page/changelog',
      anchors: ['ntn_'],
      pattern: /ntn_\d{9,12}[A-Za-z\d]{34,38}/uy,
      minEntropy: 3.5,
    },
    {
      id: 'notion-integration-token-legacy',
      title: 'a legacy Notion integration token',
      severity: 'high',
      source: authorization,
      anchors: ['secret_'],
      near: ['notion'],
      pattern: /secret_[A-Za-z\d]{43}/uy,
      minEntropy: 3.5,
    },
  ],
};
