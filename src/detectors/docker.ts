import type { Provider } from '../core/detector.ts';

export const docker: Provider = {
  name: 'Docker',
  revoke: 'https://app.docker.com/settings/personal-access-tokens',
  formats: [
    {
      id: 'docker-hub-org-access-token',
      title: 'a Docker Hub organization access token',
      severity: 'critical',
      source: 'https://docs.docker.com/enterprise/security/access-tokens/',
      anchors: ['dckr_oat_'],
      pattern: /dckr_oat_[\w-]{27,40}/uy,
    },
    {
      id: 'docker-hub-personal-access-token',
      title: 'a Docker Hub personal access token',
      severity: 'critical',
      source: 'https://docs.docker.com/security/access-tokens/',
      anchors: ['dckr_pat_'],
      pattern: /dckr_pat_[\w-]{24,32}/uy,
      minEntropy: 3.3,
    },
    {
      id: 'docker-swarm-join-token',
      title: 'a Docker Swarm join token',
      severity: 'critical',
      source: 'https://docs.docker.com/reference/cli/docker/swarm/join-token/',
      anchors: ['SWMTKN-1-'],
      pattern: /SWMTKN-1-[a-z\d]{50,60}-[a-z\d]{20,30}/uy,
    },
    {
      id: 'docker-swarm-unlock-key',
      title: 'a Docker Swarm unlock key',
      severity: 'critical',
      source: 'https://docs.docker.com/engine/swarm/swarm_manager_locking/',
      anchors: ['SWMKEY-1-'],
      pattern: /SWMKEY-1-[A-Za-z\d+/]{40,50}/uy,
    },
  ],
};
