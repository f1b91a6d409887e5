import type { Provider } from '../core/detector.ts';

export const microsoft: Provider = {
  name: 'Microsoft',
  revoke: 'Remove the webhook from the channel in Teams.',
  formats: [
    {
      id: 'microsoft-teams-webhook-url',
      title: 'a Microsoft Teams webhook URL',
      severity: 'medium',
      source: 'https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook',
      anchors: ['webhook.office.com/webhookb2/', 'outlook.office.com/webhook/', 'outlook.office365.com/webhook/'],
      isCaseless: true,
      pattern:
        /(?:webhook\.office\.com\/webhookb2|outlook\.office(?:365)?\.com\/webhook)\/(?<secret>[a-f\d]{8}(?:-[a-f\d]{4}){3}-[a-f\d]{12}(?:@|%40)[a-f\d]{8}(?:-[a-f\d]{4}){3}-[a-f\d]{12}\/[a-z]{8,20}\/[a-f\d]{32}\/[a-f\d]{8}(?:-[a-f\d]{4}){3}-[a-f\d]{12}(?:\/[\w-]{1,60})?)/iuy,
      isWholeValue: true,
      accepts: (path) => new Set(path.slice(0, 36)).size > 6,
    },
  ],
};
