import type { Provider } from '../core/detector.ts';

export const onesignal: Provider = {
  name: 'OneSignal',
  formats: [
    {
      id: 'onesignal-rich-api-key',
      title: 'an OneSignal rich API key',
      severity: 'high',
      source: 'OneSignal: keys and IDs',
      anchors: ['os_v2_app_', 'os_v2_org_'],
      pattern: /(?:os_v2_app_|os_v2_org_)[a-z2-7]{103}/uy,
      // CONFIDENCE: high
    },
  ],
};
