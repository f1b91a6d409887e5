import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

export const ibm: Provider = {
  name: 'IBM Cloud',
  revoke: 'https://cloud.ibm.com/iam/apikeys',
  formats: [
    {
      id: 'ibm-cloud-api-key',
      title: 'an IBM Cloud API key',
      severity: 'critical',
      source: 'https://cloud.ibm.com/docs/account?topic=account-userapikey',
      near: ['ibm', 'ibmcloud', 'ibm_cloud', 'bluemix', 'watson', 'softlayer'],
      pattern: /[\w-]{44}/uy,
      minEntropy: 3.5,
      accepts: isMixed,
    },
  ],
};
