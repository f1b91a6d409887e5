import type { Provider } from '../core/detector.ts';

const setting = 'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key';

export const django: Provider = {
  name: 'Django',
  revoke: 'https://docs.djangoproject.com/en/stable/ref/settings/#secret-key-fallbacks',
  formats: [
    {
      id: 'django-insecure-secret-key',
      title: 'a Django secret key made for development',
      severity: 'medium',
      source: setting,
      anchors: ['django-insecure-'],
      pattern: /django-insecure-[a-z\d!@#$%^&*()_=+-]{50}/uy,
    },
    {
      id: 'django-secret-key',
      title: 'a Django secret key',
      severity: 'high',
      source: setting,
      near: ['secret_key'],
      pattern: /[a-z\d!@#$%^&*()_=+-]{50}/uy,
      boundary: /[\w!@#$%^&*()+-]/u,
      minEntropy: 4,
      accepts: (key) => /[a-z]/u.test(key) && /\d/u.test(key) && /[!@#$%^&*(=+]/u.test(key),
    },
  ],
};
