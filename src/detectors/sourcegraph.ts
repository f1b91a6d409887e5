import type { Provider } from '../core/detector.ts';

export const sourcegraph: Provider = {
  name: 'Sourcegraph',
  revoke: 'https://sourcegraph.com/user/settings/tokens',
  formats: [
    {
      id: 'sourcegraph-access-token',
      title: 'a Sourcegraph access token',
      severity: 'high',
      source: 'https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token',
      anchors: ['sgp_'],
      isCaseless: true,
      pattern: /sgp_(?:[a-f\d]{16}_|local_)?[a-f\d]{40}/iuy,
      minEntropy: 3,
    },
  ],
};
