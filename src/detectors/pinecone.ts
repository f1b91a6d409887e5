import type { Provider } from '../core/detector.ts';

export const pinecone: Provider = {
  name: 'Pinecone',
  revoke: 'https://docs.pinecone.io/guides/projects/manage-api-keys',
  formats: [
    {
      id: 'pinecone-api-key',
      title: 'a Pinecone API key',
      severity: 'high',
      source: 'https://docs.pinecone.io/guides/projects/manage-api-keys',
      anchors: ['pcsk_'],
      pattern: /pcsk_[A-Za-z\d]{4,8}_[A-Za-z\d]{50,76}/uy,
      minEntropy: 3.5,
    },
  ],
};
