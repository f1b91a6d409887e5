import type { Provider } from '../core/detector.ts';

export const typeform: Provider = {
  name: 'Typeform',
  revoke: 'https://admin.typeform.com/user/tokens',
  formats: [
    {
      id: 'typeform-personal-access-token',
      title: 'a Typeform personal access token',
      severity: 'high',
      source: 'https://www.typeform.com/developers/get-started/personal-access-token/',
      anchors: ['tfp_'],
      pattern: /tfp_[\w.=-]{40,64}/uy,
      minEntropy: 3.5,
    },
  ],
};
