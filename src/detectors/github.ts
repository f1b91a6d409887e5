import type { Detector } from '../core/detect.ts';

const formats = 'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats';

export const github: readonly Detector[] = [
  {
    id: 'github-token',
    title: 'a GitHub token',
    severity: 'critical',
    source: formats,
    anchors: ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'],
    pattern: /gh[pousr]_[A-Za-z\d]{36,76}/uy,
    visible: 4,
    accepts: (token) => new Set(token.slice(4)).size > 9,
  },
  {
    id: 'github-fine-grained-token',
    title: 'a GitHub fine-grained personal access token',
    severity: 'critical',
    source: formats,
    anchors: ['github_pat_'],
    pattern: /github_pat_[A-Za-z\d]{22}_[A-Za-z\d]{59}/uy,
    visible: 11,
    accepts: (token) => new Set(token.slice(11)).size > 9,
  },
];
