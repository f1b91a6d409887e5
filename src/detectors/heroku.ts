import type { Provider } from '../core/detector.ts';

export const heroku: Provider = {
  name: 'Heroku',
  revoke: 'https://dashboard.heroku.com/account',
  formats: [
    {
      id: 'heroku-api-key',
      title: 'a Heroku API key',
      severity: 'critical',
      source: 'https://devcenter.heroku.com/articles/oauth#prefixed-oauth-tokens',
      anchors: ['HRKU-'],
      pattern: /HRKU-(?:AA[\w-]{58}|[A-Fa-f\d]{8}-[A-Fa-f\d]{4}-[A-Fa-f\d]{4}-[A-Fa-f\d]{4}-[A-Fa-f\d]{12})/uy,
      minEntropy: 3,
    },
    {
      id: 'heroku-api-key-legacy',
      title: 'a Heroku API key',
      severity: 'critical',
      source: 'https://devcenter.heroku.com/articles/authentication',
      near: ['heroku'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
      minEntropy: 3,
    },
  ],
};
