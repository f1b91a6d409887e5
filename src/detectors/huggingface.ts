import type { Provider } from '../core/detector.ts';

const tokens = 'https://huggingface.co/docs/hub/security-tokens';

export const huggingface: Provider = {
  name: 'Hugging Face',
  revoke: 'https://huggingface.co/settings/tokens',
  formats: [
    {
      id: 'huggingface-org-api-token',
      title: 'a Hugging Face organization API token',
      severity: 'critical',
      source: tokens,
      anchors: ['api_org_'],
      pattern: /api_org_[A-Za-z\d]{34}/uy,
      minEntropy: 3,
    },
    {
      id: 'huggingface-user-token',
      title: 'a Hugging Face token',
      severity: 'critical',
      source: tokens,
      anchors: ['hf_'],
      pattern: /hf_[A-Za-z\d]{34}/uy,
      minEntropy: 3,
    },
  ],
};
