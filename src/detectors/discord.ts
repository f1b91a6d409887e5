import { decodeBase64 } from '../core/checksum.ts';
import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

const reference = 'https://discord.com/developers/docs/reference#authentication';

export const discord: Provider = {
  name: 'Discord',
  revoke: 'https://discord.com/developers/applications',
  formats: [
    {
      id: 'discord-bot-token',
      title: 'a Discord bot token',
      severity: 'high',
      source: reference,
      near: ['discord', 'bot_token', 'client_login', 'bot_login', 'client_run', 'bot_run', 'client_start'],
      isTelling: true,
      // the id of the bot in base64, the time, and a signature
      pattern: /[MNO][ADQTgjwz][AEIMQUYcgk][012345wxyz][\w-]{20,24}\.[\w-]{6}\.[\w-]{27,40}/uy,
      minEntropy: 3.3,
      accepts: (token) => /^\d{17,20}$/u.test(decodeBase64(token.slice(0, token.indexOf('.')))),
    },
    {
      id: 'discord-client-secret',
      title: 'a Discord client secret',
      severity: 'high',
      source: 'https://discord.com/developers/docs/topics/oauth2',
      near: ['discord'],
      pattern: /[\w-]{32}/uy,
      minEntropy: 3.3,
      accepts: isMixed,
    },
    {
      id: 'discord-mfa-user-token',
      title: 'a Discord user token',
      severity: 'high',
      source: reference,
      anchors: ['mfa.'],
      pattern: /mfa\.[\w-]{84}/uy,
    },
    {
      id: 'discord-webhook-url',
      title: 'a Discord webhook',
      severity: 'medium',
      source: 'https://discord.com/developers/docs/resources/webhook#execute-webhook',
      anchors: ['discord.com/api/', 'discordapp.com/api/'],
      pattern: /discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/(?<secret>\d{17,20}\/[\w-]{60,80})/uy,
      minEntropy: 3.5,
      isWholeValue: true,
    },
  ],
};
