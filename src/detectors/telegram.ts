import type { Provider } from '../core/detector.ts';

export const telegram: Provider = {
  name: 'Telegram',
  formats: [
    {
      id: 'telegram-bot-token',
      title: 'a Telegram bot token',
      severity: 'high',
      source: 'Telegram Bot API: authorizing your bot',
      anchors: [':AA'],
      lookBehind: 16,
      pattern: /\d{5,16}:AA[\w-]{32,33}/uy,
      minEntropy: 3.5,
      // SHAPE: BOT-ID:SECRET; 35-char secret usually starts AA
      // CONFIDENCE: high
    },
    {
      id: 'telegram-bot-token-other',
      title: 'a Telegram bot token other',
      severity: 'high',
      source: 'Telegram Bot API: authorizing your bot',
      near: ['telegram', 'telegr', 'bot_token', 'api_telegram_org'],
      pattern: /\d{8,12}:[\w-]{35}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: medium
    },
  ],
};
