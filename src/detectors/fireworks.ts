import type { Provider } from '../core/detector.ts';

export const fireworks: Provider = {
  name: 'Fireworks AI',
  formats: [
    {
      id: 'fireworks-ai-api-key',
      title: 'a Fireworks AI AI API key',
      severity: 'medium',
      source: 'readme.fireworks.ai/reference/getting-started-with-the-api',
      anchors: ['fw_'],
      pattern: /fw_[A-Za-z\d]{22,24}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: high
    },
  ],
};
