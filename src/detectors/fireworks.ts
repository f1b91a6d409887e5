import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

export const fireworks: Provider = {
  name: 'Fireworks AI',
  revoke: 'https://app.fireworks.ai/settings/users/api-keys',
  formats: [
    {
      id: 'fireworks-ai-api-key',
      title: 'a Fireworks AI API key',
      severity: 'medium',
      source: 'https://docs.fireworks.ai/api-reference/introduction',
      anchors: ['fw_'],
      pattern: /fw_[A-Za-z\d]{22,24}/uy,
      minEntropy: 3.3,
      accepts: isMixed,
    },
  ],
};
