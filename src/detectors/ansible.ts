import type { Provider } from '../core/detector.ts';

export const ansible: Provider = {
  name: 'Ansible',
  revoke: 'Change the secrets inside and run ansible-vault rekey',
  formats: [
    {
      id: 'ansible-vault-blob',
      title: 'an Ansible vault (encrypted)',
      severity: 'low',
      source: 'https://docs.ansible.com/ansible/latest/vault_guide/vault_using_encrypted_content.html#ansible-vault-format',
      anchors: ['$ANSIBLE_VAULT;'],
      pattern: /\$ANSIBLE_VAULT;1\.[12];AES256(?:;[\w.-]{1,64})?\r?\n[ \t]{0,40}[a-f\d][a-f\d\s]{79,200000}/uy,
    },
  ],
};
