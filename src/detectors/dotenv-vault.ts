import type { Provider } from '../core/detector.ts';

export const dotenvVault: Provider = {
  name: 'dotenv-vault',
  revoke: 'Run npx dotenv-vault rotatekey',
  formats: [
    {
      id: 'dotenv-vault-key',
      title: 'a dotenv-vault key',
      severity: 'critical',
      source: 'https://www.dotenv.org/docs/security/dotenv-key',
      anchors: ['dotenv://:key_'],
      pattern: /dotenv:\/\/:(?<secret>key_[a-f\d]{64})@dotenv\.(?:org|local)\/vault\/\.env\.vault/uy,
      isWholeValue: true,
    },
  ],
};
