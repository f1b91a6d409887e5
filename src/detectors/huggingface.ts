import type { Provider } from '../core/detector.ts';

export const huggingface: Provider = {
  name: 'Hugging Face',
  formats: [
    {
      id: 'huggingface-org-api-token',
      title: 'a Hugging Face org API token',
      severity: 'critical',
      source: 'huggingface.co/docs/hub/security-tokens',
      anchors: ['api_org_'],
      pattern: /api_org_[A-Za-z]{34}/uy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
    {
      id: 'huggingface-user-token',
      title: 'a Hugging Face user token',
      severity: 'critical',
      source: 'Hugging Face: security-tokens',
      anchors: ['hf_'],
      pattern: /hf_[A-Za-z]{34}/uy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
  ],
};
