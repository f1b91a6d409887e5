import type { Provider } from '../core/detector.ts';

export const rubygems: Provider = {
  name: 'RubyGems',
  revoke: 'https://rubygems.org/profile/api_keys',
  formats: [
    {
      id: 'rubygems-api-key',
      title: 'a RubyGems API key',
      severity: 'critical',
      source: 'https://guides.rubygems.org/api-key-scopes/',
      anchors: ['rubygems_'],
      pattern: /rubygems_[a-f\d]{48}/uy,
      minEntropy: 2,
    },
  ],
};
