import type { Provider } from '../core/detector.ts';

export const packagist: Provider = {
  name: 'Packagist',
  revoke: 'https://packagist.com/docs/composer-authentication',
  formats: [
    {
      id: 'packagist-api-token',
      title: 'a Private Packagist token',
      severity: 'critical',
      source: 'https://packagist.com/docs/composer-authentication',
      anchors: ['packagist_'],
      // two letters for the owner and what may be done, 60 digits, 8 of a checksum that is not explained
      pattern: /packagist_[a-z]{3}_[a-f\d]{60,100}/uy,
      minEntropy: 3,
    },
  ],
};
