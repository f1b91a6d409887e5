import type { Provider } from '../core/detector.ts';

export const zuplo: Provider = {
  name: 'Zuplo',
  formats: [
    {
      id: 'zuplo-consumer-api-key',
      title: 'a Zuplo consumer API key',
      severity: 'medium',
      source: 'Zuplo: API key format',
      anchors: ['zpka_'],
      pattern: /zpka_[a-z\d]{32}_[a-f\d]{8}/uy,
      minEntropy: 3.3,
      // CHECKSUM: crc32 of the 32-char body, 8 lower-case hex, last 8
      // CONFIDENCE: high
    },
  ],
};
