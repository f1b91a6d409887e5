import type { Provider } from '../core/detector.ts';
import { isMachineMade } from '../core/machine-made.ts';

export const render: Provider = {
  name: 'Render',
  revoke: 'https://dashboard.render.com/u/settings#api-keys',
  formats: [
    {
      id: 'render-api-key',
      title: 'a Render API key',
      severity: 'critical',
      source: 'https://render.com/docs/api',
      anchors: ['rnd_'],
      pattern: /rnd_[A-Za-z\d]{24,40}/uy,
      accepts: (key) => isMachineMade(key.slice(4)),
    },
  ],
};
