import type { Provider } from '../core/detector.ts';

export const clojars: Provider = {
  name: 'Clojars',
  formats: [
    {
      id: 'clojars-deploy-token',
      title: 'a Clojars deploy token',
      severity: 'critical',
      source: 'Clojars: deploy tokens',
      anchors: ['CLOJARS_'],
      isCaseless: true,
      pattern: /CLOJARS_[a-f\d]{60}/iuy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
  ],
};
