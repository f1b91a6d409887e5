import type { Provider } from '../core/detector.ts';

export const rails: Provider = {
  name: 'Rails',
  formats: [
    {
      id: 'rails-master-key',
      title: 'a Rails master key',
      severity: 'critical',
      source: 'Rails: custom credentials',
      near: ['rails_master_key', 'master_key'],
      pattern: /[a-f\d]{32}/uy,
      minEntropy: 3,
      // SHAPE: whole content of config/master.key, or RAILS_MASTER_KEY
      // CONFIDENCE: medium
    },
    {
      id: 'rails-secret-key-base',
      title: 'a Rails secret key base',
      severity: 'critical',
      source: 'Rails: secret_key_base',
      near: ['secret_key_base', 'secret_token'],
      pattern: /[a-f\d]{128}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: medium
    },
  ],
};
