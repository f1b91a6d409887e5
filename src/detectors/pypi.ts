import type { Provider } from '../core/detector.ts';

export const pypi: Provider = {
  name: 'PyPI',
  revoke: 'https://pypi.org/manage/account/token/',
  formats: [
    {
      id: 'pypi-api-token',
      title: 'a PyPI API token',
      severity: 'critical',
      source: 'https://pypi.org/help/#apitoken',
      anchors: ['pypi-'],
      // a macaroon that names pypi.org or test.pypi.org
      pattern: /pypi-(?:AgEIcHlwaS5vcmc|AgENdGVzdC5weXBpLm9yZw)[\w-]{50,1000}/uy,
      minEntropy: 3,
    },
  ],
};
