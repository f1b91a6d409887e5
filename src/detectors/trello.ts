import type { Provider } from '../core/detector.ts';

export const trello: Provider = {
  name: 'Trello',
  revoke: 'https://support.atlassian.com/trello/docs/managing-third-party-applications/',
  formats: [
    {
      id: 'trello-api-token',
      title: 'a Trello API token',
      severity: 'high',
      source: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
      anchors: ['ATTA'],
      isCaseless: true,
      pattern: /ATTA[a-f\d]{64}(?:[a-f\d]{8})?/iuy,
      minEntropy: 3,
    },
  ],
};
