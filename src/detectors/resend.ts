import type { Provider } from '../core/detector.ts';
import { isMachineMade } from '../core/machine-made.ts';

export const resend: Provider = {
  name: 'Resend',
  revoke: 'https://resend.com/api-keys',
  formats: [
    {
      id: 'resend-api-key',
      title: 'a Resend API key',
      severity: 'high',
      source: 'https://resend.com/docs/api-reference/introduction',
      anchors: ['re_'],
      pattern: /re_[A-Za-z\d]{7,9}_[A-Za-z\d]{22,28}/uy,
      accepts: (key) => isMachineMade(key.slice(3)),
    },
  ],
};
