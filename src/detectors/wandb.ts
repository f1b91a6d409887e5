import type { Provider } from '../core/detector.ts';

export const wandb: Provider = {
  name: 'Weights & Biases',
  formats: [
    {
      id: 'wandb-api-key',
      title: 'a Weights & Biases API key',
      severity: 'medium',
      source: '-',
      anchors: ['wandb_v1_'],
      pattern: /wandb_v1_\w{77}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: high
    },
  ],
};
