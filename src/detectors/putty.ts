import type { Provider } from '../core/detector.ts';

export const putty: Provider = {
  name: 'PuTTY',
  revoke: 'Make a new pair of keys, and remove the old public key where it is trusted.',
  formats: [
    {
      id: 'putty-private-key',
      title: 'a PuTTY private key',
      severity: 'critical',
      source: 'https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html',
      anchors: ['Private-Lines:'],
      pattern: /Private-Lines: {0,2}\d{1,4}(?:\\r|\\n|\s){1,12}(?<secret>(?:[A-Za-z\d+/=\s]|\\[rn]){30,12000}?)(?=(?:\\r|\\n|\s){1,12}Private-(?:MAC|Hash)|["'`]|$)/uy,
      boundary: /(?!)/u,
      isWholeValue: true,
      accepts: (lines) => new Set(lines).size > 15,
    },
  ],
};
