import type { Provider } from '../core/detector.ts';

export const pubnub: Provider = {
  name: 'PubNub',
  formats: [
    {
      id: 'pubnub-secret-key',
      title: 'a PubNub secret key',
      severity: 'critical',
      source: 'PubNub: keys',
      anchors: ['sec-c-'],
      pattern: /sec-c-[A-Za-z\d+/]{48}/uy,
      // SHAPE: base64 of a UUID text
      // CONFIDENCE: high
    },
  ],
};
