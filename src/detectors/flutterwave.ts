import type { Provider } from '../core/detector.ts';

const keys = 'https://developer.flutterwave.com/docs/authentication';

export const flutterwave: Provider = {
  name: 'Flutterwave',
  revoke: 'https://app.flutterwave.com/dashboard/settings/apis',
  formats: [
    {
      id: 'flutterwave-public-key',
      title: 'a Flutterwave public key (public)',
      severity: 'low',
      source: keys,
      anchors: ['FLWPUBK'],
      pattern: /FLWPUBK(?:_TEST)?-[a-h\d]{32}(?:-[a-z\d]{8,16})?-X/uy,
    },
    {
      id: 'flutterwave-secret-key',
      title: 'a Flutterwave secret key',
      severity: 'critical',
      source: keys,
      anchors: ['FLWSECK'],
      isCaseless: true,
      pattern: /FLWSECK(?:(?:_TEST)?-[a-h\d]{32}(?:-[a-z\d]{8,16})?-X|_TEST[a-h\d]{12})/iuy,
      minEntropy: 2,
    },
  ],
};
