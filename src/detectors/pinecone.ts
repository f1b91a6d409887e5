import type { Provider } from '../core/detector.ts';

export const pinecone: Provider = {
  name: 'Pinecone',
  formats: [
    {
      id: 'pinecone-api-key',
      title: 'a Pinecone API key',
      severity: 'high',
      source: '-',
      anchors: ['pcsk_'],
      pattern: /pcsk_[A-Za-z\d]{5,6}_[A-Za-z\d]{63}/uy,
      // CONFIDENCE: high
    },
  ],
};
