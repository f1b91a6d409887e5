import type { Provider } from '../core/detector.ts';

export const docker: Provider = {
  name: 'Docker',
  formats: [
    {
      id: 'docker-hub-org-access-token',
      title: 'a Docker hub org access token',
      severity: 'critical',
      source: 'Docker docs: security/access-tokens/organization-access-tokens',
      anchors: ['dckr_oat_'],
      pattern: /dckr_oat_[\w-]{32}/uy,
      // CONFIDENCE: high
    },
    {
      id: 'docker-hub-personal-access-token',
      title: 'a Docker hub personal access token',
      severity: 'critical',
      source: 'Docker docs: security/access-tokens',
      anchors: ['dckr_pat_'],
      pattern: /dckr_pat_[\w-]{27}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: high
    },
    {
      id: 'docker-swarm-join-token',
      title: 'a Docker swarm join token',
      severity: 'critical',
      source: 'Docker docs: swarm join-token',
      anchors: ['SWMTKN-1-'],
      pattern: /SWMTKN-1-[a-z\d]{50,60}-[a-z\d]{24,30}/uy,
      // SHAPE: CA digest, then secret
      // CONFIDENCE: high
    },
    {
      id: 'docker-swarm-unlock-key',
      title: 'a Docker swarm unlock key',
      severity: 'critical',
      source: 'Docker docs: swarm unlock',
      anchors: ['SWMKEY-1-'],
      pattern: /SWMKEY-1-[A-Za-z\d+/]{40,50}/uy,
      // CONFIDENCE: high
    },
  ],
};
