import type { Provider } from '../core/detector.ts';

export const django: Provider = {
  name: 'Django',
  formats: [
    {
      id: 'django-insecure-secret-key',
      title: 'a Django insecure secret key',
      severity: 'medium',
      source: 'Django settings: SECRET_KEY',
      anchors: ['django-insecure-'],
      pattern: /django-insecure-[a-z\d!@#$%^&*()_=+-]{50}/uy,
      // SHAPE: development key made by startproject
      // CONFIDENCE: high
    },
    {
      id: 'django-secret-key',
      title: 'a Django secret key',
      severity: 'high',
      source: 'Django settings: SECRET_KEY',
      near: ['secret_key', 'django_secret_key'],
      pattern: /[\w!@#$%^&*()+=-]{50}/uy,
      minEntropy: 4,
      // SHAPE: default generator: 50 chars of a-z 0-9 !@#$%^&*(-_=+); value django-insecure- prefix marks a development key
      // CONFIDENCE: medium
    },
  ],
};
