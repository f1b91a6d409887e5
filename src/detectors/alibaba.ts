import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

const pairs = 'https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair';

export const alibaba: Provider = {
  name: 'Alibaba Cloud',
  revoke: 'https://ram.console.aliyun.com/manage/ak',
  formats: [
    {
      id: 'alibaba-access-key-id',
      title: 'an Alibaba Cloud access key id',
      severity: 'medium',
      source: pairs,
      anchors: ['LTAI'],
      pattern: /LTAI[A-Za-z\d]{12,21}/uy,
      minEntropy: 2,
      pairWith: ['alibaba-access-key-secret'],
    },
    {
      id: 'alibaba-access-key-secret',
      title: 'an Alibaba Cloud access key secret',
      severity: 'critical',
      source: pairs,
      near: ['alibaba', 'aliyun', 'alicloud', 'aliyuncs', 'access_key_secret', 'oss_access_key', 'oss_secret', 'ltai'],
      pattern: /[A-Za-z\d]{30}/uy,
      minEntropy: 3.7,
      accepts: isMixed,
      pairWith: ['alibaba-access-key-id'],
    },
  ],
};
