import type { Provider } from '../core/detector.ts';

export const cloudsmith: Provider = {
  name: 'Cloudsmith',
  revoke: 'https://cloudsmith.io/user/settings/api/',
  formats: [
    {
      id: 'cloudsmith-api-key',
      title: 'a Cloudsmith API key',
      severity: 'critical',
      source: 'https://help.cloudsmith.io/docs/api-key',
      anchors: ['csa_'],
      pattern: /csa_[a-f\d]{30}[A-Za-z\d]{6}/uy,
    },
  ],
};
