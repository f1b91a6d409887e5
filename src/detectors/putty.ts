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
      pattern: /Private-Lines: ?\d{1,4}(?<secret>[A-Za-z\d+/=\s\\]{30,12000}?)(?=Private-|["'`]|$)/uy,
      boundary: /(?!)/u,
      isWholeValue: true,
      accepts: (lines) => new Set(lines).size > 15,
    },
  ],
};
