import type { Provider } from '../core/detector.ts';

const tokens = 'https://core.telegram.org/bots/api#authorizing-your-bot';

export const telegram: Provider = {
  name: 'Telegram',
  revoke: 'Send /revoke to @BotFather.',
  formats: [
    {
      id: 'telegram-bot-token',
      title: 'a Telegram bot token',
      severity: 'high',
      source: tokens,
      anchors: [':AA'],
      lookBehind: 19,
      // in the URL of a call, `bot` stands before it
      pattern: /(?:bot)?(?<secret>\d{5,16}:AA[\w-]{32,33})/uy,
      visible: 0,
      minEntropy: 3.5,
    },
    {
      id: 'telegram-bot-token-other',
      title: 'a Telegram bot token',
      severity: 'high',
      source: tokens,
      near: ['telegram', 'telegr', 'bot_token', 'tg_token', 'tg_bot'],
      isTelling: true,
      pattern: /\d{8,12}:[\w-]{35}/uy,
      minEntropy: 3.5,
    },
  ],
};
