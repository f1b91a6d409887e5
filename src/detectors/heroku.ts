import type { Provider } from '../core/detector.ts';

export const heroku: Provider = {
  name: 'Heroku',
  formats: [
    {
      id: 'heroku-api-key',
      title: 'a Heroku API key',
      severity: 'critical',
      source: 'Heroku: platform API OAuth tokens',
      anchors: ['HRKU-'],
      pattern: /HRKU-(?:AA[\w-]{58}|[A-Fa-f\d]{8}-[A-Fa-f\d]{4}-[A-Fa-f\d]{4}-[A-Fa-f\d]{4}-[A-Fa-f\d]{12})/uy,
      minEntropy: 3,
      // SHAPE: newer keys AA + 58, older ones a UUID
      // CONFIDENCE: high
    },
    {
      id: 'heroku-api-key-legacy',
      title: 'a Heroku API key legacy',
      severity: 'critical',
      source: 'devcenter.heroku.com/articles/authentication',
      near: ['heroku_api_key', 'heroku'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
      minEntropy: 3,
      // CONFIDENCE: medium
    },
  ],
};
