import type { Provider } from '../core/detector.ts';

export const dotenvVault: Provider = {
  name: 'dotenv-vault',
  formats: [
    {
      id: 'dotenv-vault-key',
      title: 'a dotenv-vault key',
      severity: 'critical',
      source: 'dotenv-vault: DOTENV_KEY',
      anchors: ['dotenv://:key_'],
      pattern: /dotenv:\/\/:key_[a-f\d]{64}@dotenv\.(?:org|local)\/vault\/\.env\.vault/uy,
      // SHAPE: query ?environment=...
      // CONFIDENCE: high
    },
  ],
};
