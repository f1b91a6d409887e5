import type { Provider } from '../core/detector.ts';

export const sonar: Provider = {
  name: 'SonarQube',
  formats: [
    {
      id: 'sonarcloud-legacy-token',
      title: 'a SonarQube sonarcloud legacy token',
      severity: 'high',
      source: 'docs.sonarqube.org/latest/user-guide/user-token',
      near: ['sonar_login', 'sonar_token', 'sonarqube', 'sonarcloud'],
      pattern: /[a-f\d]{40}/iuy,
      minEntropy: 3,
      // CONFIDENCE: medium
    },
    {
      id: 'sonarqube-token',
      title: 'a SonarQube sonarqube token',
      severity: 'high',
      source: 'SonarQube: user tokens',
      anchors: ['squ_', 'sqp_', 'sqa_'],
      isCaseless: true,
      pattern: /(?:squ_|sqp_|sqa_)[a-f\d]{40}/iuy,
      minEntropy: 3.3,
      // SHAPE: squ = user, sqp = project, sqa = global analysis
      // CONFIDENCE: high
    },
  ],
};
