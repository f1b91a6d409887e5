import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

export const box: Provider = {
  name: 'Box',
  revoke: 'https://app.box.com/developers/console',
  formats: [
    {
      id: 'box-client-secret',
      title: 'a Box client secret',
      severity: 'high',
      source: 'https://developer.box.com/guides/applications/app-types/select/',
      near: ['box_client_secret', 'box_secret', 'box_app_settings', 'box_app', 'box_api', 'boxsdk', 'box_developer_token', 'box_access_token', 'api_box_com'],
      pattern: /[A-Za-z\d]{32}/uy,
      minEntropy: 3.3,
      accepts: isMixed,
    },
  ],
};
