import type { Provider } from '../core/detector.ts';

export const prefect: Provider = {
  name: 'Prefect',
  revoke: 'https://app.prefect.cloud/my/api-keys',
  formats: [
    {
      id: 'prefect-api-key',
      title: 'a Prefect Cloud API key',
      severity: 'high',
      source: 'https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys',
      anchors: ['pnu_', 'pnb_'],
      pattern: /pn[ub]_[A-Za-z\d]{36}/uy,
      minEntropy: 2,
    },
  ],
};
