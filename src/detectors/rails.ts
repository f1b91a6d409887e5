import type { Provider } from '../core/detector.ts';

export const rails: Provider = {
  name: 'Rails',
  revoke: 'https://guides.rubyonrails.org/security.html#custom-credentials',
  formats: [
    {
      id: 'rails-master-key',
      title: 'a Rails master key',
      severity: 'critical',
      source: 'https://guides.rubyonrails.org/security.html#custom-credentials',
      near: ['master_key'],
      pattern: /[a-f\d]{32}/uy,
      minEntropy: 3,
    },
    {
      id: 'rails-secret-key-base',
      title: 'a Rails secret key base',
      severity: 'critical',
      source: 'https://guides.rubyonrails.org/configuring.html#config-secret-key-base',
      near: ['secret_key_base', 'secret_token', 'devise'],
      pattern: /[a-f\d]{128}/uy,
      minEntropy: 3.3,
    },
  ],
};
