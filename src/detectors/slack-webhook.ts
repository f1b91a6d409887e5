import type { Provider } from '../core/detector.ts';

export const slackWebhook: Provider = {
  name: 'Slack webhooks',
  revoke: 'Make a new webhook for the app or workflow, and remove the old one.',
  formats: [
    {
      id: 'slack-incoming-webhook-url',
      title: 'a Slack incoming webhook URL',
      severity: 'medium',
      source: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
      anchors: ['hooks.slack.com/services/', 'hooks.slack-gov.com/services/'],
      pattern: /hooks\.slack(?:-gov)?\.com\/services\/(?<secret>T[A-Z\d]{7,12}\/B[A-Z\d]{7,12}\/[A-Za-z\d]{20,30})/uy,
      isWholeValue: true,
      accepts: (path) => !/X{8}|0{8}/u.test(path),
    },
    {
      id: 'slack-workflow-webhook-url',
      title: 'a Slack workflow webhook URL',
      severity: 'medium',
      source: 'https://slack.com/help/articles/360041352714',
      anchors: ['hooks.slack.com/workflows/', 'hooks.slack.com/triggers/'],
      pattern: /hooks\.slack\.com\/(?:workflows|triggers)\/(?<secret>[TE][A-Z\d]{5,14}\/(?:A[A-Z\d]{5,14}\/\d{6,20}\/[A-Za-z\d]{8,40}|\d{10,16}\/[a-f\d]{32}))/uy,
      isWholeValue: true,
      accepts: (path) => !/X{8}|0{8}/u.test(path),
    },
  ],
};
