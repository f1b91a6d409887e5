import type { Provider } from '../core/detector.ts';

const tokens = 'https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/';

export const sonar: Provider = {
  name: 'SonarQube',
  revoke: tokens,
  formats: [
    {
      id: 'sonarqube-legacy-token',
      title: 'a legacy SonarQube or SonarCloud token',
      severity: 'high',
      source: tokens,
      near: ['sonar'],
      pattern: /[a-f\d]{40}/iuy,
      minEntropy: 3,
    },
    {
      id: 'sonarqube-token',
      title: 'a SonarQube token',
      severity: 'high',
      source: tokens,
      // of a user, of a project, for all projects
      anchors: ['squ_', 'sqp_', 'sqa_'],
      isCaseless: true,
      pattern: /sq[upa]_[a-f\d]{40}/iuy,
      minEntropy: 3,
    },
  ],
};
