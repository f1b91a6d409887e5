import type { Provider } from '../core/detector.ts';

export const ngrok: Provider = {
  name: 'ngrok',
  revoke: 'https://dashboard.ngrok.com/authtokens',
  formats: [
    {
      id: 'ngrok-auth-token',
      title: 'an ngrok authtoken',
      severity: 'high',
      source: 'https://ngrok.com/docs/agent/#authtokens',
      near: ['ngrok', 'authtoken'],
      isTelling: true,
      pattern: /[A-Za-z\d]{25,30}_\d[A-Za-z\d]{20}/uy,
      minEntropy: 3.5,
    },
  ],
};
