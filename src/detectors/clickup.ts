import type { Provider } from '../core/detector.ts';

export const clickup: Provider = {
  name: 'ClickUp',
  revoke: 'https://app.clickup.com/settings/apps',
  formats: [
    {
      id: 'clickup-personal-token',
      title: 'a ClickUp personal token',
      severity: 'high',
      source: 'https://developer.clickup.com/docs/authentication',
      anchors: ['pk_'],
      pattern: /pk_\d{5,10}_[A-Z\d]{32}/uy,
      minEntropy: 3.5,
    },
  ],
};
