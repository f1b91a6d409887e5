import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

export const cratesIo: Provider = {
  name: 'crates.io',
  revoke: 'https://crates.io/settings/tokens',
  formats: [
    {
      id: 'crates-io-api-token',
      title: 'a crates.io API token',
      severity: 'critical',
      source: 'https://doc.rust-lang.org/cargo/reference/publishing.html#before-your-first-publish',
      anchors: ['cio'],
      pattern: /cio[A-Za-z\d]{32}/uy,
      minEntropy: 3.3,
      accepts: isMixed,
    },
  ],
};
