import type { Provider } from '../core/detector.ts';

export const clickup: Provider = {
  name: 'ClickUp',
  formats: [
    {
      id: 'clickup-personal-token',
      title: 'a ClickUp personal token',
      severity: 'high',
      source: 'ClickUp: authentication',
      anchors: ['pk_'],
      pattern: /pk_\d{6,9}_[A-Z\d]{32}/uy,
      minEntropy: 3.5,
      // SHAPE: pk_USERID_SECRET
      // CONFIDENCE: high
    },
  ],
};
