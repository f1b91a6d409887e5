import type { Provider } from '../core/detector.ts';

export const artifactory: Provider = {
  name: 'JFrog',
  formats: [
    {
      id: 'artifactory-api-key',
      title: 'a JFrog API key',
      severity: 'critical',
      source: 'JFrog: API key',
      anchors: ['AKCp'],
      pattern: /AKCp[A-Za-z\d]{68,70}/uy,
      minEntropy: 3.5,
      // SHAPE: 73 chars usual; Base58 text that decodes to 54 bytes
      // CONFIDENCE: high
    },
    {
      id: 'artifactory-reference-token',
      title: 'a JFrog reference token',
      severity: 'critical',
      source: 'JFrog: reference token',
      anchors: ['cmVmdGtuO'],
      pattern: /cmVmdGtuO[\w-]{55}/uy,
      minEntropy: 3.5,
      // SHAPE: 64 chars in all; base64 of text starting reftkn:
      // CONFIDENCE: high
    },
    {
      id: 'jfrog-api-key-generic',
      title: 'a JFrog jfrog API key generic',
      severity: 'critical',
      source: '-',
      near: ['jfrog', 'artifactory', 'bintray', 'xray'],
      pattern: /[A-Za-z\d]{73}/uy,
      minEntropy: 4,
      // CONFIDENCE: medium
    },
  ],
};
