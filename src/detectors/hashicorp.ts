import type { Provider } from '../core/detector.ts';

export const hashicorp: Provider = {
  name: 'HashiCorp',
  formats: [
    {
      id: 'consul-acl-token',
      title: 'a HashiCorp consul acl token',
      severity: 'critical',
      source: '-',
      near: ['consul_http_token', 'x_consul_token', 'consul_token'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
      // CONFIDENCE: medium
    },
    {
      id: 'terraform-cloud-token',
      title: 'a HashiCorp terraform cloud token',
      severity: 'critical',
      source: 'HCP Terraform: API tokens',
      anchors: ['.atlasv1.'],
      lookBehind: 14,
      pattern: /[A-Za-z\d]{14}\.atlasv1\.[\w=-]{60,70}/uy,
      minEntropy: 3.5,
      // SHAPE: 14-char id, marker, 67-char secret
      // CONFIDENCE: high
    },
    {
      id: 'vault-batch-token',
      title: 'a HashiCorp vault batch token',
      severity: 'critical',
      source: 'Vault docs: concepts/tokens',
      anchors: ['hvb.'],
      pattern: /hvb\.[\w-]{138,500}/uy,
      minEntropy: 4,
      // CONFIDENCE: high
    },
    {
      id: 'vault-legacy-service-token',
      title: 'a HashiCorp vault legacy service token',
      severity: 'critical',
      source: 'Vault docs: upgrade to 1.0.0',
      near: ['vault', 'x_vault_token'],
      pattern: /s\.[A-Za-z\d]{24}/uy,
      minEntropy: 3.5,
      // SHAPE: before 1.10; b. = batch and r. = recovery likewise
      // CONFIDENCE: medium
    },
    {
      id: 'vault-recovery-token',
      title: 'a HashiCorp vault recovery token',
      severity: 'critical',
      source: 'Vault docs: concepts/tokens',
      anchors: ['hvr.'],
      pattern: /hvr\.[\w-]{24,130}/uy,
      // CONFIDENCE: high
    },
    {
      id: 'vault-service-token',
      title: 'a HashiCorp vault service token',
      severity: 'critical',
      source: 'Vault docs: concepts/tokens',
      anchors: ['hvs.'],
      pattern: /hvs\.[\w-]{24,130}/uy,
      minEntropy: 3.5,
      // SHAPE: 91 to 120 usual; dev and root tokens 24
      // CONFIDENCE: high
    },
    {
      id: 'vault-unseal-key',
      title: 'a HashiCorp vault unseal key',
      severity: 'critical',
      source: 'developer.hashicorp.com/vault/docs/concepts/seal',
      near: ['unseal'],
      pattern: /(?:[a-f\d]{66}|[A-Za-z\d+/]{43}=|[A-Za-z\d+/]{44})/uy,
      minEntropy: 3.6,
      // SHAPE: base64 of 32 or 33 bytes
      // CONFIDENCE: medium
    },
  ],
};
