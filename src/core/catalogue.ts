/** Every kind of finding: the rules' ids, and the words that are the same on all surfaces. */
export const catalogue = {
  'no-hardcoded-secrets': {
    description: 'disallow secrets written as literals',
    why: 'Whoever can read the file, a fork or the git history has the secret.',
  },
  'no-plaintext-dotenv': {
    description: 'disallow plaintext secrets in .env files',
    why: 'A .env file is copied, committed and backed up; its values are readable in all of those places.',
  },
  'no-wildcard-resource': {
    description: 'disallow grants that let a principal read every secret',
    why: 'A grant on every resource hands out each secret of the account, today’s and tomorrow’s.',
  },
  'no-logged-secrets': {
    description: 'disallow secrets that reach a log',
    why: 'Logs are kept for long, shipped elsewhere and read by more people than the secret is meant for.',
  },
} as const satisfies Record<string, { description: string; why: string }>;

export type RuleId = keyof typeof catalogue;

export const ruleIds = Object.keys(catalogue) as RuleId[];

export const getRuleUrl = (ruleId: RuleId): string =>
  `https://github.com/paramguard/paramguard/blob/main/docs/rules/${ruleId}.md`;
