import type { Provider } from '../core/detector.ts';

export const klaviyo: Provider = {
  name: 'Klaviyo',
  revoke: 'https://www.klaviyo.com/settings/account/api-keys',
  formats: [
    {
      id: 'klaviyo-private-api-key',
      title: 'a Klaviyo private API key',
      severity: 'high',
      source: 'https://developers.klaviyo.com/en/docs/authenticate_',
      anchors: ['pk_'],
      isCaseless: true,
      // others have public keys that begin so
      near: ['klaviyo'],
      pattern: /pk_(?:[a-z\d]{6}_)?[a-z\d]{34}/iuy,
      minEntropy: 3.3,
    },
  ],
};
