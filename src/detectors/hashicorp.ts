import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

const tokens = 'https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes';

export const hashicorp: Provider = {
  name: 'HashiCorp',
  revoke: 'https://developer.hashicorp.com/vault/docs/commands/token/revoke',
  formats: [
    {
      id: 'consul-acl-token',
      title: 'a Consul ACL token',
      severity: 'critical',
      source: 'https://developer.hashicorp.com/consul/docs/security/acl/tokens',
      near: ['consul_http_token', 'x_consul_token', 'consul_token', 'consul_acl', 'consul_management_token'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
    },
    {
      id: 'terraform-cloud-token',
      title: 'an HCP Terraform API token',
      severity: 'critical',
      source: 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens',
      anchors: ['.atlasv1.'],
      lookBehind: 14,
      pattern: /[A-Za-z\d]{14}\.atlasv1\.[\w=-]{56,72}/uy,
      minEntropy: 3.5,
    },
    {
      id: 'vault-batch-token',
      title: 'a Vault batch token',
      severity: 'critical',
      source: tokens,
      anchors: ['hvb.'],
      pattern: /hvb\.[\w-]{100,500}/uy,
      minEntropy: 4,
    },
    {
      id: 'vault-legacy-service-token',
      title: 'a Vault token',
      severity: 'critical',
      source: tokens,
      near: ['vault'],
      pattern: /(?:[sr]\.[A-Za-z\d]{24}|b\.[\w-]{100,500})/uy,
      minEntropy: 3.5,
      accepts: isMixed,
    },
    {
      id: 'vault-recovery-token',
      title: 'a Vault recovery token',
      severity: 'critical',
      source: tokens,
      anchors: ['hvr.'],
      pattern: /hvr\.[\w-]{24,130}/uy,
    },
    {
      id: 'vault-service-token',
      title: 'a Vault token',
      severity: 'critical',
      source: tokens,
      anchors: ['hvs.'],
      pattern: /hvs\.[\w-]{24,130}/uy,
      minEntropy: 3.5,
    },
    {
      id: 'vault-unseal-key',
      title: 'a Vault unseal key',
      severity: 'critical',
      source: 'https://developer.hashicorp.com/vault/docs/concepts/seal',
      near: ['unseal'],
      pattern: /(?:[a-f\d]{66}|[A-Za-z\d+/]{43}=|[A-Za-z\d+/]{44})/uy,
      minEntropy: 3.2,
      isTelling: true,
    },
  ],
};
