import type { Provider } from '../core/detector.ts';

const keys = 'https://docs.langchain.com/langsmith/create-account-api-key';

export const langchain: Provider = {
  name: 'LangSmith',
  revoke: keys,
  formats: [
    {
      id: 'langsmith-personal-access-token',
      title: 'a LangSmith personal access token',
      severity: 'medium',
      source: keys,
      anchors: ['lsv2_pt_'],
      isCaseless: true,
      pattern: /lsv2_pt_[a-f\d]{32}_[a-f\d]{10}/iuy,
      minEntropy: 3,
    },
    {
      id: 'langsmith-service-key',
      title: 'a LangSmith service key',
      severity: 'high',
      source: keys,
      anchors: ['lsv2_sk_'],
      isCaseless: true,
      pattern: /lsv2_sk_[a-f\d]{32}_[a-f\d]{10}/iuy,
      minEntropy: 3,
    },
  ],
};
