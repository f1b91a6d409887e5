import type { Provider } from '../core/detector.ts';

export const harness: Provider = {
  name: 'Harness',
  revoke: 'https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/',
  formats: [
    {
      id: 'harness-api-key',
      title: 'a Harness API key',
      severity: 'critical',
      source: 'https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/',
      anchors: ['pat.', 'sat.'],
      pattern: /[ps]at\.[\w-]{22}\.[a-fA-F\d]{24}\.[A-Za-z\d]{20}/uy,
      minEntropy: 3.4,
    },
  ],
};
