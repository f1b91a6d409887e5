import type { Provider } from '../core/detector.ts';

export const cloudinary: Provider = {
  name: 'Cloudinary',
  formats: [
    {
      id: 'cloudinary-api-secret',
      title: 'a Cloudinary API secret',
      severity: 'high',
      source: '-',
      near: ['cloudinary'],
      pattern: /[\w-]{27,32}/uy,
      minEntropy: 3.5,
      // SHAPE: used together with the cloudinary api key
      // CONFIDENCE: medium
    },
    {
      id: 'cloudinary-url',
      title: 'a Cloudinary URL',
      severity: 'high',
      source: 'Cloudinary: CLOUDINARY_URL',
      anchors: ['cloudinary://'],
      pattern: /cloudinary:\/\/\d{15}:[\w-]{20,40}@[\w-]{1,64}/uy,
      // SHAPE: cloudinary://API-KEY:SECRET@CLOUD; secret = second part
      // CONFIDENCE: high
    },
  ],
};
