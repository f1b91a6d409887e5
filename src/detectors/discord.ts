import type { Provider } from '../core/detector.ts';

export const discord: Provider = {
  name: 'Discord',
  formats: [
    {
      id: 'discord-bot-token',
      title: 'a Discord bot token',
      severity: 'high',
      source: 'Discord developer docs: reference#authentication',
      near: ['discord', 'bot_token', 'client_login'],
      pattern: /[MNO][ADQTgjwz][AEIMQUYcgk][012345wxyz][\w-]{20,24}\.[\w-]{6}\.[\w-]{27,40}/uy,
      minEntropy: 3.3,
      // CHECKSUM: base64-decode part 1: must be all digits
      // SHAPE: distinctive without context once the check passes; three dot parts; part 1 = base64 of the bot user id (17 to 20 digits), part 2 = timestamp, part 3 = HMAC of 27 or 38 chars
      // CONFIDENCE: medium
    },
    {
      id: 'discord-client-secret',
      title: 'a Discord client secret',
      severity: 'high',
      source: '-',
      near: ['discord'],
      pattern: /[\w-]{32}/uy,
      minEntropy: 3.3,
      // SHAPE: used together with the discord client id
      // CONFIDENCE: medium
    },
    {
      id: 'discord-mfa-user-token',
      title: 'a Discord MFA user token',
      severity: 'high',
      source: '-',
      anchors: ['mfa.'],
      pattern: /mfa\.[\w-]{84}/uy,
      // SHAPE: user session
      // CONFIDENCE: high
    },
    {
      id: 'discord-webhook-url',
      title: 'a Discord webhook URL',
      severity: 'medium',
      source: 'Discord developer docs: resources/webhook',
      anchors: ['https://discord.com/api/webhooks/', 'https://discordapp.com/api/webhooks/', 'https://canary.discord.com/api/webhooks/', 'https://ptb.discord.com/api/webhooks/'],
      pattern: /(?:https:\/\/discord\.com\/api\/webhooks\/|https:\/\/discordapp\.com\/api\/webhooks\/|https:\/\/canary\.discord\.com\/api\/webhooks\/|https:\/\/ptb\.discord\.com\/api\/webhooks\/)\d{17,20}\/[\w-]{60,80}/uy,
      minEntropy: 3.5,
      // SHAPE: WEBHOOK-ID/TOKEN; 68 usual
      // CONFIDENCE: high
    },
  ],
};
