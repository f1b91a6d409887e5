import type { Provider } from '../core/detector.ts';

export const langchain: Provider = {
  name: 'LangSmith',
  formats: [
    {
      id: 'langsmith-personal-access-token',
      title: 'a LangSmith langsmith personal access token',
      severity: 'medium',
      source: '-',
      anchors: ['lsv2_pt_'],
      isCaseless: true,
      pattern: /lsv2_pt_[a-f\d]{32}_[a-f\d]{10}/iuy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'langsmith-service-key',
      title: 'a LangSmith langsmith service key',
      severity: 'high',
      source: '-',
      anchors: ['lsv2_sk_'],
      isCaseless: true,
      pattern: /lsv2_sk_[a-f\d]{32}_[a-f\d]{10}/iuy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
  ],
};
