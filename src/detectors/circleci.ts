import type { Provider } from '../core/detector.ts';

export const circleci: Provider = {
  name: 'CircleCI',
  formats: [
    {
      id: 'circleci-legacy-token',
      title: 'a CircleCI legacy token',
      severity: 'high',
      source: 'circleci.com/docs/api/v1/index.html',
      near: ['circleci', 'circle_token'],
      pattern: /[a-f\d]{40}/iuy,
      minEntropy: 3.3,
      // CONFIDENCE: medium
    },
    {
      id: 'circleci-personal-token',
      title: 'a CircleCI personal token',
      severity: 'critical',
      source: 'CircleCI: managing API tokens',
      anchors: ['CCIPAT_'],
      isCaseless: true,
      pattern: /CCIPAT_[A-Za-z\d]{22}_[a-f\d]{40}/iuy,
      minEntropy: 3.5,
      // CONFIDENCE: high
    },
    {
      id: 'circleci-project-token-prefixed',
      title: 'a CircleCI project token prefixed',
      severity: 'high',
      source: 'CircleCI: managing API tokens',
      anchors: ['CCIPRJ_'],
      isCaseless: true,
      pattern: /CCIPRJ_[A-Za-z\d]{22}_[a-f\d]{40}/iuy,
      // CONFIDENCE: high
    },
  ],
};
