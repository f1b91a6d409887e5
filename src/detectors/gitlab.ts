import type { Provider } from '../core/detector.ts';

export const gitlab: Provider = {
  name: 'GitLab',
  formats: [
    {
      id: 'gitlab-ci-job-token',
      title: 'a GitLab CI job token',
      severity: 'medium',
      source: 'GitLab docs: security/tokens (token prefixes)',
      anchors: ['glcbt-'],
      pattern: /glcbt-[A-Za-z\d]{1,5}_[\w-]{20}/uy,
      minEntropy: 3,
      // SHAPE: lives as long as the job
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-deploy-token',
      title: 'a GitLab deploy token',
      severity: 'high',
      source: 'GitLab docs: security/tokens (token prefixes)',
      anchors: ['gldt-'],
      pattern: /gldt-[\w-]{20}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-feature-flag-client-token',
      title: 'a GitLab feature flag client token',
      severity: 'low',
      source: 'GitLab docs: security/tokens (token prefixes)',
      anchors: ['glffct-'],
      pattern: /glffct-[\w-]{20}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-feed-token',
      title: 'a GitLab feed token',
      severity: 'medium',
      source: 'GitLab docs: security/tokens (token prefixes)',
      anchors: ['glft-'],
      pattern: /glft-[\w-]{20}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-incoming-mail-token',
      title: 'a GitLab incoming mail token',
      severity: 'medium',
      source: 'GitLab docs: security/tokens (token prefixes)',
      anchors: ['glimt-'],
      pattern: /glimt-[\w-]{25}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-kubernetes-agent-token',
      title: 'a GitLab kubernetes agent token',
      severity: 'critical',
      source: 'GitLab docs: security/tokens (token prefixes)',
      anchors: ['glagent-'],
      pattern: /glagent-[\w-]{50}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-oauth-app-secret',
      title: 'a GitLab OAuth app secret',
      severity: 'high',
      source: 'GitLab docs: security/tokens (token prefixes)',
      anchors: ['gloas-'],
      pattern: /gloas-[\w-]{64}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-pat',
      title: 'a GitLab personal access token',
      severity: 'critical',
      source: 'GitLab docs: security/tokens (token prefixes)',
      anchors: ['glpat-'],
      pattern: /glpat-[\w-]{20}/uy,
      minEntropy: 3,
      // SHAPE: instances can put their own prefix before gl
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-pat-routable',
      title: 'a GitLab personal access token routable',
      severity: 'critical',
      source: 'GitLab handbook: cells routable tokens',
      anchors: ['glpat-'],
      pattern: /glpat-[\w-]{27,300}\.[\da-z]{2}\.?[\da-z]{9}/uy,
      minEntropy: 4,
      // CHECKSUM: crc32-base36 last 7 (over everything before it)
      // SHAPE: payload.VV.LLCCCCCCC: 2-char version (absent in the first release), 2-char payload length, 7-char checksum; all base36
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-runner-authentication-token',
      title: 'a GitLab runner authentication token',
      severity: 'high',
      source: 'GitLab docs: security/tokens (token prefixes)',
      anchors: ['glrt-', 'glrtr-'],
      pattern: /(?:glrt-|glrtr-)(?:t\d_)?[\w-]{20}/uy,
      minEntropy: 3,
      // SHAPE: glrtr- when made with a registration token
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-runner-authentication-token-routable',
      title: 'a GitLab runner authentication token routable',
      severity: 'high',
      source: 'GitLab handbook: cells routable tokens',
      anchors: ['glrt-'],
      pattern: /glrt-t\d_[\w-]{27,300}\.[\da-z]{2}\.?[\da-z]{7,9}/uy,
      minEntropy: 4,
      // CHECKSUM: crc32-base36 last 7 (over everything before it)
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-runner-registration-token',
      title: 'a GitLab runner registration token',
      severity: 'high',
      source: 'GitLab docs: security/tokens (token prefixes)',
      anchors: ['GR1348941'],
      pattern: /GR1348941[\w-]{20}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-scim-token',
      title: 'a GitLab SCIM token',
      severity: 'high',
      source: 'GitLab docs: security/tokens (token prefixes)',
      anchors: ['glsoat-'],
      pattern: /glsoat-[\w-]{20}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-session-cookie',
      title: 'a GitLab session cookie',
      severity: 'high',
      source: 'GitLab docs: security/tokens (token prefixes)',
      anchors: ['_gitlab_session='],
      pattern: /_gitlab_session=[a-f\d]{32}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-trigger-token',
      title: 'a GitLab trigger token',
      severity: 'high',
      source: 'GitLab docs: security/tokens (token prefixes)',
      anchors: ['glptt-'],
      pattern: /glptt-[a-f\d]{40}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
    {
      id: 'gitlab-workspace-token',
      title: 'a GitLab workspace token',
      severity: 'medium',
      source: 'GitLab docs: security/tokens (token prefixes)',
      anchors: ['glwt-'],
      pattern: /glwt-[\w-]{20,60}/uy,
      // SHAPE: since 18.2; length not published
      // CONFIDENCE: high
    },
  ],
};
