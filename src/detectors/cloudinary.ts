import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

const credentials = 'https://cloudinary.com/documentation/solution_overview#account_and_api_setup';

export const cloudinary: Provider = {
  name: 'Cloudinary',
  revoke: 'https://console.cloudinary.com/settings/api-keys',
  formats: [
    {
      id: 'cloudinary-api-secret',
      title: 'a Cloudinary API secret',
      severity: 'high',
      source: credentials,
      near: ['cloudinary'],
      pattern: /[\w-]{27,32}/uy,
      minEntropy: 3.5,
      accepts: isMixed,
    },
    {
      id: 'cloudinary-url',
      title: 'the secret of a Cloudinary URL',
      severity: 'high',
      source: credentials,
      anchors: ['cloudinary://'],
      pattern: /cloudinary:\/\/\d{12,18}:(?<secret>[\w-]{20,40})@[\w-]{1,64}/uy,
      isWholeValue: true,
    },
  ],
};
