import type { Provider } from '../core/detector.ts';

export const clojars: Provider = {
  name: 'Clojars',
  revoke: 'https://clojars.org/tokens',
  formats: [
    {
      id: 'clojars-deploy-token',
      title: 'a Clojars deploy token',
      severity: 'critical',
      source: 'https://github.com/clojars/clojars-web/wiki/Deploy-Tokens',
      anchors: ['CLOJARS_'],
      pattern: /CLOJARS_[a-f\d]{60}/uy,
      minEntropy: 2,
    },
  ],
};
