import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

export const artifactory: Provider = {
  name: 'JFrog',
  revoke: 'JFrog Platform, User Management, Access Tokens',
  formats: [
    {
      id: 'artifactory-api-key',
      title: 'a JFrog API key',
      severity: 'critical',
      source: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key',
      anchors: ['AKCp'],
      pattern: /AKCp[A-Za-z\d]{64,74}/uy,
      minEntropy: 3.5,
    },
    {
      id: 'artifactory-reference-token',
      title: 'a JFrog reference token',
      severity: 'critical',
      source: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/reference-token',
      // base64 of "reftkn:"
      anchors: ['cmVmdGtuO'],
      pattern: /cmVmdGtuO[\w-]{50,60}/uy,
      minEntropy: 3.5,
    },
    {
      id: 'artifactory-token',
      title: 'a JFrog API key or identity token',
      severity: 'critical',
      source: 'https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens',
      near: ['jfrog', 'artifactory', 'bintray'],
      pattern: /(?:[A-Za-z\d]{73}|[A-Za-z\d]{64})/uy,
      minEntropy: 4,
      accepts: isMixed,
    },
  ],
};
