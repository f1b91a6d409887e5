import type { Provider } from '../core/detector.ts';

export const dotenvx: Provider = {
  name: 'dotenvx',
  revoke: 'Run dotenvx rotate',
  formats: [
    {
      id: 'dotenvx-private-key',
      title: 'a dotenvx private key',
      severity: 'critical',
      source: 'https://dotenvx.com/docs/quickstart/encryption',
      anchors: ['DOTENV_PRIVATE_KEY'],
      pattern: /DOTENV_PRIVATE_KEY[A-Z\d_]{0,40}["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?<secret>[a-f\d]{64})/uy,
      boundary: /[\w-]/u,
    },
  ],
};
