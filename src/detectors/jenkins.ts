import type { Provider } from '../core/detector.ts';

export const jenkins: Provider = {
  name: 'Jenkins',
  revoke: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
  formats: [
    {
      id: 'jenkins-api-token',
      title: 'a Jenkins API token',
      severity: 'critical',
      source: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
      near: ['jenkins'],
      // since Jenkins 2.129 the number of the version, 11, stands before the 32 digits
      pattern: /(?:11)?[a-f\d]{32}/uy,
      minEntropy: 3,
    },
  ],
};
