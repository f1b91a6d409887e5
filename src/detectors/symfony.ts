import type { Provider } from '../core/detector.ts';

export const symfony: Provider = {
  name: 'Symfony',
  revoke: 'https://symfony.com/doc/current/reference/configuration/framework.html#secret',
  formats: [
    {
      id: 'symfony-app-secret',
      title: 'a Symfony application secret',
      severity: 'high',
      source: 'https://symfony.com/doc/current/reference/configuration/framework.html#secret',
      anchors: ['APP_SECRET'],
      // other frameworks have a variable of this name
      near: ['app_env', 'symfony', 'kernel'],
      pattern: /APP_SECRET["']?\)?[ \t]{0,4}(?:=>|[:=])[ \t]{0,4}["']?(?<secret>[a-f\d]{32,64})/uy,
    },
  ],
};
