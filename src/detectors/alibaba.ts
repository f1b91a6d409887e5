import type { Provider } from '../core/detector.ts';

export const alibaba: Provider = {
  name: 'Alibaba Cloud',
  formats: [
    {
      id: 'alibaba-access-key-id',
      title: 'an Alibaba Cloud access key id',
      severity: 'medium',
      source: 'Alibaba Cloud: AccessKey pair',
      anchors: ['LTAI'],
      pattern: /LTAI[A-Za-z\d]{12,21}/uy,
      minEntropy: 2,
      pairWith: ['alibaba-access-key-secret'],
      // SHAPE: 16 to 25 chars in all; 24 usual
      // CONFIDENCE: high
    },
    {
      id: 'alibaba-access-key-secret',
      title: 'an Alibaba Cloud access key secret',
      severity: 'critical',
      source: 'Alibaba Cloud: AccessKey pair',
      near: ['alibaba', 'aliyun', 'accesskeysecret', 'access_key_secret'],
      pattern: /[A-Za-z\d]{30}/uy,
      minEntropy: 4,
      pairWith: ['alibaba-access-key-id'],
      // CONFIDENCE: medium
    },
  ],
};
