import type { Provider } from '../core/detector.ts';

export const onesignal: Provider = {
  name: 'OneSignal',
  revoke: 'https://documentation.onesignal.com/docs/en/keys-and-ids',
  formats: [
    {
      id: 'onesignal-rich-api-key',
      title: 'a OneSignal API key',
      severity: 'high',
      source: 'https://documentation.onesignal.com/docs/en/keys-and-ids',
      anchors: ['os_v2_app_', 'os_v2_org_'],
      pattern: /os_v2_(?:app|org)_[a-z2-7]{90,115}/uy,
      minEntropy: 3,
    },
  ],
};
