import { decodeBase64 } from '../core/checksum.ts';
import type { Detector } from '../core/detect.ts';
import { isPlaceholder } from '../core/placeholder.ts';

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
    // RFC 7519's own sample has the issuer "joe"; the token of jwt.io is of "1234567890"; Supabase ships demo keys.
    accepts: (token) => !/"sub": ?"1234567890"|"iss": ?"(?:joe|supabase-demo)"/u.test(decodeBase64(token.split('.')[1] ?? '')),
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
    anchors: ['xoxb-', 'xoxp-', 'xapp-', 'xoxe', 'xoxc-', 'xoxa-', 'xoxr-', 'xoxs-'],
    pattern: /(?:xoxb-\d{8,14}-\d{8,14}-[A-Za-z\d]{18,34}|xoxp-(?:\d{8,14}-){2,3}[A-Za-z\d-]{24,36}|xapp-\d{1,3}-[A-Z\d]{8,15}-\d{8,15}-[a-f\d]{40,80}|xoxe(?:\.xox[bp])?-\d-[A-Za-z\d]{140,200}|xoxc-(?:\d{8,15}-){3}[a-f\d]{64}|xox[ars]-(?:\d{1,14}-){1,3}[A-Za-z\d]{16,64})/uy,
    visible: 5,
    accepts: (token) => !isPlaceholder(token.slice(token.lastIndexOf('-') + 1)) && !isPlaceholder(token.slice(5)),
  },
  {
    id: 'stripe-secret-key',
    title: 'a Stripe secret key',
    severity: 'critical',
    source: 'https://docs.stripe.com/keys',
    anchors: ['sk_live_', 'rk_live_', 'sk_org_'],
    pattern: /(?:[sr]k_live_|sk_org_(?:live_)?)[A-Za-z\d]{24,247}/uy,
    visible: 8,
    accepts: (key) => isFilled(key.slice(8)),
  },
  {
    id: 'stripe-webhook-secret',
    title: 'a webhook signing secret',
    severity: 'high',
    source: 'https://docs.stripe.com/webhooks',
    anchors: ['whsec_'],
    pattern: /whsec_[A-Za-z\d+/]{24,160}={0,2}/uy,
    visible: 6,
    accepts: (key) => isFilled(key.slice(6)),
  },
];

const isFilled = (body: string): boolean => new Set(body).size > 8 && !isPlaceholder(body);
