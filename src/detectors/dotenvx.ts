import type { Provider } from '../core/detector.ts';

export const dotenvx: Provider = {
  name: 'dotenvx',
  formats: [
    {
      id: 'dotenvx-private-key',
      title: 'a dotenvx private key',
      severity: 'critical',
      source: 'dotenvx: encryption',
      anchors: ['DOTENV_PRIVATE_KEY'],
      pattern: /DOTENV_PRIVATE_KEY[A-Z\d_]{0,40}[ \t]{0,2}=[ \t]{0,2}"?[a-f\d]{64}/uy,
      // SHAPE: secp256k1 private key; DOTENV_PUBLIC_KEY (66 hex) and encrypted: values are not secret
      // CONFIDENCE: high
    },
  ],
};
