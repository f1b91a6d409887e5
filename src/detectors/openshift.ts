import type { Provider } from '../core/detector.ts';

export const openshift: Provider = {
  name: 'OpenShift',
  formats: [
    {
      id: 'openshift-user-token',
      title: 'an OpenShift user token',
      severity: 'critical',
      source: 'OpenShift: OAuth access tokens',
      anchors: ['sha256~'],
      pattern: /sha256~[\w-]{43}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: high
    },
  ],
};
