import type { Provider } from '../core/detector.ts';

export const slack: Provider = {
  name: 'Slack',
  formats: [
    {
      id: 'slack-app-level-token',
      title: 'a Slack app level token',
      severity: 'high',
      source: 'Slack docs: authentication/tokens',
      anchors: ['xapp-'],
      isCaseless: true,
      pattern: /xapp-\d{1,3}-[A-Z\d]{8,15}-\d{8,15}-[a-f\d]{40,80}/iuy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
    {
      id: 'slack-bot-token',
      title: 'a Slack bot token',
      severity: 'high',
      source: 'Slack docs: authentication/tokens',
      anchors: ['xoxb-'],
      pattern: /xoxb-\d{8,14}-\d{8,14}-[A-Za-z\d]{18,34}/uy,
      minEntropy: 3,
      // SHAPE: xoxb-TEAM-BOT-SECRET; 24-char secret usual
      // CONFIDENCE: high
    },
    {
      id: 'slack-incoming-webhook-url',
      title: 'a Slack incoming webhook URL',
      severity: 'medium',
      source: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
      anchors: ['hooks.slack.com/services/'],
      pattern: /hooks\.slack\.com\/services\/(?<secret>T[A-Z\d]{7,12}\/B[A-Z\d]{7,12}\/[A-Za-z\d]{20,30})/uy,
      isWholeValue: true,
      accepts: (path) => !/X{8}|0{8}/u.test(path),
    },
    {
      id: 'slack-legacy-bot-token',
      title: 'a Slack legacy bot token',
      severity: 'high',
      source: 'Slack docs: authentication/tokens',
      anchors: ['xoxb-'],
      pattern: /xoxb-\d{8,14}-[A-Za-z\d]{18,26}/uy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
    {
      id: 'slack-legacy-workspace-token',
      title: 'a Slack legacy workspace token',
      severity: 'high',
      source: 'Slack docs: authentication/tokens',
      anchors: ['xoxa-', 'xoxr-', 'xoxo-', 'xoxs-'],
      pattern: /(?:xoxa-|xoxr-|xoxo-|xoxs-)(?:\d{1,14}-){0,3}[A-Za-z\d]{8,64}/uy,
      minEntropy: 2,
      // SHAPE: xoxa/xoxr workspace, xoxo/xoxs legacy
      // CONFIDENCE: high
    },
    {
      id: 'slack-refresh-token',
      title: 'a Slack refresh token',
      severity: 'high',
      source: 'Slack docs: authentication/using-token-rotation',
      anchors: ['xoxe-'],
      pattern: /xoxe-\d-[A-Za-z\d]{140,200}/uy,
      minEntropy: 2,
      // SHAPE: refresh token
      // CONFIDENCE: high
    },
    {
      id: 'slack-rotating-access-token',
      title: 'a Slack rotating access token',
      severity: 'high',
      source: 'Slack docs: authentication/using-token-rotation',
      anchors: ['xoxe.xoxp-', 'xoxe.xoxb-'],
      pattern: /(?:xoxe\.xoxp-|xoxe\.xoxb-)\d-[A-Za-z\d]{140,200}/uy,
      minEntropy: 2,
      // SHAPE: 12 h; app configuration and rotated tokens
      // CONFIDENCE: high
    },
    {
      id: 'slack-session-cookie',
      title: 'a Slack session cookie',
      severity: 'critical',
      source: '-',
      anchors: ['xoxd-'],
      pattern: /xoxd-[\w%+/-]{100,400}={0,2}/uy,
      minEntropy: 3.5,
      pairWith: ['slack-session-token'],
      // CONFIDENCE: high
    },
    {
      id: 'slack-session-token',
      title: 'a Slack session token',
      severity: 'critical',
      source: '-',
      anchors: ['xoxc-'],
      pattern: /xoxc-(?:\d{8,15}-){3}[a-f\d]{64}/uy,
      minEntropy: 3.3,
      pairWith: ['slack-session-cookie'],
      // SHAPE: web client; needs the d cookie (xoxd-)
      // CONFIDENCE: high
    },
    {
      id: 'slack-signing-secret',
      title: 'a Slack signing secret',
      severity: 'high',
      source: 'Slack docs: verifying requests',
      near: ['slack'],
      pattern: /[a-f\d]{32}/uy,
      minEntropy: 3,
      // CONFIDENCE: medium
    },
    {
      id: 'slack-user-token',
      title: 'a Slack user token',
      severity: 'critical',
      source: 'Slack docs: authentication/tokens',
      anchors: ['xoxp-', 'xoxe-'],
      pattern: /(?:xoxp-|xoxe-)(?:\d{8,14}-){2,3}[A-Za-z\d-]{24,36}/uy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
    {
      id: 'slack-workflow-token',
      title: 'a Slack workflow token',
      severity: 'medium',
      source: 'Slack docs: authentication/tokens',
      anchors: ['xwfp-'],
      pattern: /xwfp-[A-Za-z\d-]{30,400}/uy,
      // SHAPE: just-in-time bot token, minutes
      // CONFIDENCE: high
    },
    {
      id: 'slack-workflow-webhook-url',
      title: 'a Slack workflow webhook URL',
      severity: 'medium',
      source: 'Slack docs: workflow webhooks',
      anchors: ['https://hooks.slack.com/workflows/', 'https://hooks.slack.com/triggers/'],
      pattern: /(?:https:\/\/hooks\.slack\.com\/workflows\/|https:\/\/hooks\.slack\.com\/triggers\/)[TE][A-Z\d]{5,14}\/(?:A[A-Z\d]{5,14}\/\d{6,20}\/[A-Za-z\d]{8,40}|\d{10,16}\/[a-f\d]{32})/uy,
      // CONFIDENCE: high
    },
  ],
};
