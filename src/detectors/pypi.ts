import type { Provider } from '../core/detector.ts';

export const pypi: Provider = {
  name: 'PyPI',
  formats: [
    {
      id: 'pypi-api-token',
      title: 'a PyPI API token',
      severity: 'critical',
      source: 'PyPI help: API tokens',
      anchors: ['pypi-'],
      pattern: /pypi-(?:AgEIcHlwaS5vcmc|AgENdGVzdC5weXBpLm9yZw)[\w-]{50,1000}/uy,
      minEntropy: 3,
      // SHAPE: macaroon, base64url; first variant names pypi, second test.pypi
      // CONFIDENCE: high
    },
  ],
};
