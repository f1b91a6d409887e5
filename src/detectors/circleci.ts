import type { Provider } from '../core/detector.ts';

const tokens = 'https://circleci.com/docs/managing-api-tokens/';

export const circleci: Provider = {
  name: 'CircleCI',
  revoke: 'https://app.circleci.com/settings/user/tokens',
  formats: [
    {
      id: 'circleci-legacy-token',
      title: 'a CircleCI token',
      severity: 'high',
      source: tokens,
      near: ['circleci', 'circle_token', 'circle_ci'],
      pattern: /[a-f\d]{40}/iuy,
      minEntropy: 3.3,
    },
    {
      id: 'circleci-personal-token',
      title: 'a CircleCI personal API token',
      severity: 'critical',
      source: tokens,
      anchors: ['CCIPAT_'],
      isCaseless: true,
      pattern: /CCIPAT_[A-Za-z\d]{22}_[a-f\d]{40}/iuy,
      minEntropy: 3.5,
    },
    {
      id: 'circleci-project-token',
      title: 'a CircleCI project API token',
      severity: 'high',
      source: tokens,
      anchors: ['CCIPRJ_'],
      isCaseless: true,
      pattern: /CCIPRJ_[A-Za-z\d]{22}_[a-f\d]{40}/iuy,
    },
  ],
};
