import type { Provider } from '../core/detector.ts';

export const ansible: Provider = {
  name: 'Ansible',
  formats: [
    {
      id: 'ansible-vault-blob',
      title: 'an Ansible vault blob',
      severity: 'low',
      source: 'Ansible: vault format',
      anchors: ['$ANSIBLE_VAULT;'],
      pattern: /\$ANSIBLE_VAULT;1\.[12];AES256(?:;[\w.-]{1,64})?[\r\n]{1,2}[a-f\d\s]{80,200000}/uy,
      // SHAPE: encrypted text; report only as information
      // CONFIDENCE: high
    },
  ],
};
