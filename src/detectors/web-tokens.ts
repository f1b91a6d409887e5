import type { Detector } from '../core/detect.ts';

/** Token formats of the services that a first project meets; each further provider gets a file of its own. */
export const webTokens: readonly Detector[] = [
  {
    id: 'json-web-token',
    title: 'a JSON Web Token',
    severity: 'high',
    source: 'https://www.rfc-editor.org/rfc/rfc7519',
    anchors: ['eyJ'],
    pattern: /eyJ[\w-]{10,2000}\.eyJ[\w-]{10,8000}\.[\w-]{20,1024}/uy,
    visible: 3,
    // RFC 7519's own sample has the issuer "joe"; the token of jwt.io is of "1234567890".
    accepts: (token) => !/\.eyJ(?:pc3MiOiJqb2Ui|zdWIiOiIxMjM0NTY3ODkwI)/u.test(token),
  },
  {
    id: 'slack-webhook-url',
    title: 'a Slack webhook URL',
    severity: 'medium',
    source: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
    anchors: ['hooks.slack.com/services/'],
    pattern: /hooks\.slack\.com\/services\/(?<secret>T[A-Z\d]{7,12}\/B[A-Z\d]{7,12}\/[A-Za-z\d]{20,30})/uy,
    isWholeValue: true,
    accepts: (path) => !/X{8}|0{8}/u.test(path),
  },
  {
    id: 'slack-token',
    title: 'a Slack token',
    severity: 'high',
    source: 'https://docs.slack.dev/authentication/tokens',
    anchors: ['xoxb-', 'xoxp-', 'xapp-'],
    pattern: /(?:xoxb-\d{8,14}-\d{8,14}-[A-Za-z\d]{18,34}|xoxp-(?:\d{8,14}-){2,3}[A-Za-z\d-]{24,36}|xapp-\d{1,3}-[A-Z\d]{8,15}-\d{8,15}-[a-f\d]{40,80})/uy,
    visible: 5,
  },
  {
    id: 'stripe-secret-key',
    title: 'a Stripe secret key',
    severity: 'critical',
    source: 'https://docs.stripe.com/keys',
    anchors: ['sk_live_', 'rk_live_', 'whsec_'],
    pattern: /(?:[sr]k_live_[A-Za-z\d]{24,247}|whsec_[A-Za-z\d+/]{32,64})/uy,
    visible: 8,
    accepts: (key) => new Set(key.slice(8)).size > 8,
  },
];
