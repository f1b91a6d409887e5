import type { Provider } from '../core/detector.ts';

export const elastic: Provider = {
  name: 'Elastic',
  revoke: 'https://cloud.elastic.co/account/keys',
  formats: [
    {
      id: 'elastic-cloud-api-key',
      title: 'an Elastic Cloud API key',
      severity: 'critical',
      source: 'https://www.elastic.co/docs/deploy-manage/api-keys/elastic-cloud-api-keys',
      anchors: ['essu_'],
      pattern: /essu_[A-Za-z\d+/_-]{50,200}={0,2}/uy,
    },
  ],
};
