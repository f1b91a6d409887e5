import type { Provider } from '../core/detector.ts';

export const algolia: Provider = {
  name: 'Algolia',
  revoke: 'https://dashboard.algolia.com/account/api-keys',
  formats: [
    {
      id: 'algolia-admin-api-key',
      title: 'an Algolia API key',
      severity: 'high',
      source: 'https://www.algolia.com/doc/guides/security/api-keys',
      near: ['algolia'],
      pattern: /[a-f\d]{32}/iuy,
      minEntropy: 3.1,
      accepts: (_, { input, index }) => !isForSearching(input, index),
    },
  ],
};

/** Keys that only search are public by design, and all that the search box of a documentation site has. */
function isForSearching(text: string, index: number): boolean {
  return /search[\w-]{0,20}["']?[ \t]{0,4}[:=][ \t]{0,4}["'`]?$/iu.test(text.slice(Math.max(0, index - 60), index)) || /docsearch|contextualSearch|searchParameters/iu.test(text.slice(Math.max(0, index - 300), index + 300));
}
