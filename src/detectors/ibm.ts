import type { Provider } from '../core/detector.ts';

export const ibm: Provider = {
  name: 'IBM Cloud',
  formats: [
    {
      id: 'ibm-cloud-api-key',
      title: 'an IBM Cloud cloud API key',
      severity: 'critical',
      source: 'IBM Cloud: API keys',
      near: ['ibm', 'ibmcloud', 'bluemix'],
      pattern: /[\w-]{44}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: medium
    },
  ],
};
