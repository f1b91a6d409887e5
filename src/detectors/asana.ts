import type { Provider } from '../core/detector.ts';

const tokens = 'https://developers.asana.com/docs/personal-access-token';

export const asana: Provider = {
  name: 'Asana',
  revoke: 'https://app.asana.com/0/my-apps',
  formats: [
    {
      id: 'asana-client-secret',
      title: 'an Asana client secret',
      severity: 'high',
      source: 'https://developers.asana.com/docs/oauth',
      near: ['asana'],
      pattern: /[a-f\d]{32}/uy,
      minEntropy: 3,
    },
    {
      id: 'asana-personal-access-token',
      title: 'an Asana personal access token',
      severity: 'high',
      source: tokens,
      near: ['asana'],
      isTelling: true,
      pattern: /(?:[01]\/\d{13,19}|2\/\d{13,19}\/\d{13,19}):[a-f\d]{32}/uy,
      minEntropy: 3,
    },
    {
      id: 'asana-personal-access-token-v2',
      title: 'an Asana personal access token',
      severity: 'high',
      source: tokens,
      // ids of users and tokens begin with 1 since 2018, and say enough without a word
      anchors: ['2/1', '1/1'],
      pattern: /(?:1\/1\d{15}|2\/1\d{15}\/1\d{15}):[a-f\d]{32}/uy,
      minEntropy: 3,
    },
  ],
};
