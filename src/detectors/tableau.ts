import type { Provider } from '../core/detector.ts';

export const tableau: Provider = {
  name: 'Tableau',
  formats: [
    {
      id: 'tableau-personal-access-token',
      title: 'a Tableau personal access token',
      severity: 'high',
      source: '-',
      near: ['tableau', 'personalaccesstokensecret'],
      pattern: /[A-Za-z\d+/]{22}==:[A-Za-z\d]{32}/uy,
      // SHAPE: token secret; used with a token name
      // CONFIDENCE: medium
    },
  ],
};
