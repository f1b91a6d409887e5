import type { Provider } from '../core/detector.ts';

const keys = 'https://docs.wandb.ai/support/models/articles/why-does-my-api-key-fail-with-must-be-40-characters';

export const wandb: Provider = {
  name: 'Weights & Biases',
  revoke: 'https://wandb.ai/settings',
  formats: [
    {
      id: 'wandb-api-key',
      title: 'a Weights & Biases API key',
      severity: 'medium',
      source: keys,
      anchors: ['wandb_v1_'],
      pattern: /wandb_v1_\w{64,90}/uy,
      minEntropy: 3.5,
    },
    {
      id: 'wandb-api-key-legacy',
      title: 'a legacy Weights & Biases API key',
      severity: 'medium',
      source: keys,
      near: ['wandb'],
      pattern: /[a-f\d]{40}/uy,
      minEntropy: 3.3,
    },
  ],
};
