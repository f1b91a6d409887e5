import type { Provider } from '../core/detector.ts';

export const ngrok: Provider = {
  name: 'ngrok',
  formats: [
    {
      id: 'ngrok-auth-token',
      title: 'an ngrok auth token',
      severity: 'high',
      source: 'ngrok: authtokens',
      near: ['ngrok'],
      pattern: /[A-Za-z\d]{25,30}_\d[A-Za-z\d]{20}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: medium
    },
  ],
};
