import type { Provider } from '../core/detector.ts';

export const pubnub: Provider = {
  name: 'PubNub',
  revoke: 'https://admin.pubnub.com',
  formats: [
    {
      id: 'pubnub-secret-key',
      title: 'a PubNub secret key',
      severity: 'critical',
      source: 'https://www.pubnub.com/docs/general/security/access-control',
      anchors: ['sec-c-'],
      // base64 of the text of a UUID
      pattern: /sec-c-[A-Za-z\d+/-]{36,56}={0,2}/uy,
      minEntropy: 3,
    },
  ],
};
