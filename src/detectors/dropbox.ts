import type { Provider } from '../core/detector.ts';

export const dropbox: Provider = {
  name: 'Dropbox',
  formats: [
    {
      id: 'dropbox-short-lived-access-token',
      title: 'a Dropbox short lived access token',
      severity: 'high',
      source: 'Dropbox: OAuth guide',
      anchors: ['sl.'],
      pattern: /sl\.(?:u\.)?[\w=-]{77,1400}/uy,
      minEntropy: 3.3,
      // SHAPE: 4 h; 130 to 152 in older ones, newer ones start sl.u.
      // CONFIDENCE: high
    },
  ],
};
