import type { Provider } from '../core/detector.ts';

export const flutterwave: Provider = {
  name: 'Flutterwave',
  formats: [
    {
      id: 'flutterwave-secret-key',
      title: 'a Flutterwave secret key',
      severity: 'critical',
      source: 'Flutterwave: API keys',
      anchors: ['FLWSECK-', 'FLWSECK_TEST-'],
      isCaseless: true,
      pattern: /(?:FLWSECK-|FLWSECK_TEST-)[a-h\d]{32}-X/iuy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
  ],
};
