import type { Provider } from '../core/detector.ts';

export const microsoft: Provider = {
  name: 'Microsoft',
  formats: [
    {
      id: 'microsoft-teams-webhook-url',
      title: 'a Microsoft teams webhook URL',
      severity: 'medium',
      source: 'Microsoft Teams: incoming webhooks',
      anchors: ['https://'],
      isCaseless: true,
      pattern: /https:\/\/(?:[a-z\d]{1,60}\.webhook\.office\.com\/webhookb2|outlook\.office\.com\/webhook)\/[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}@[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}\/IncomingWebhook\/[a-f\d]{32}\/[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
      minEntropy: 3.3,
      // SHAPE: newer URLs append one more path part
      // CONFIDENCE: high
    },
  ],
};
