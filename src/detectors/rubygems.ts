import type { Provider } from '../core/detector.ts';

export const rubygems: Provider = {
  name: 'RubyGems',
  formats: [
    {
      id: 'rubygems-api-key',
      title: 'a RubyGems API key',
      severity: 'critical',
      source: 'RubyGems: API keys',
      anchors: ['rubygems_'],
      pattern: /rubygems_[a-f\d]{48}/uy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
  ],
};
