import type { Provider } from '../core/detector.ts';

export const neon: Provider = {
  name: 'Neon',
  revoke: 'https://console.neon.tech/app/settings/api-keys',
  formats: [
    {
      id: 'neon-api-key',
      title: 'a Neon API key',
      severity: 'critical',
      source: 'https://neon.com/docs/manage/api-keys',
      anchors: ['napi_'],
      pattern: /napi_[A-Za-z\d]{50,80}/uy,
      minEntropy: 3.5,
    },
  ],
};
