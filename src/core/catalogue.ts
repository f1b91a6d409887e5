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
  'no-unknown-parameter': {
    description: 'disallow references to parameters and secrets that do not exist',
    why: 'The program or its deployment fails when it asks for the value, and nothing says so before.',
  },
  'no-malformed-reference': {
    description: 'disallow names and ARNs that no parameter or secret can have',
    why: 'AWS refuses the name whatever is stored, so the value never arrives.',
  },
  'no-unresolved-reference': {
    description: 'disallow references in places where nothing resolves them',
    why: 'The program receives the text of the reference in place of the value, or the deployment is refused.',
  },
  'no-plaintext-parameter': {
    description: 'disallow secrets in parameters and files that are not encrypted',
    why: 'A String parameter is shown to whoever may read it, without a key; a value in a context or state file is readable in the repository.',
  },
  'no-undecrypted-parameter': {
    description: 'disallow reads of a SecureString without decryption',
    why: 'Parameter Store then answers with the ciphertext and no error, and the program uses it as the value.',
  },
  'no-unsafe-parameter-command': {
    description: 'disallow commands that show a secret or hide a failed read',
    why: 'The script goes on with an empty value or with the word None, or the secret stays in the history and the list of processes.',
  },
  'no-foreign-stage': {
    description: 'disallow production files that name the parameters of another stage',
    why: 'Production then runs on the values of a stage that more people can read and change.',
  },
  'no-mismatched-grant': {
    description: 'disallow policies that do not fit what the code beside them reads',
    why: 'AWS denies a call that is not granted when the program runs; a grant that nothing needs serves only who takes over the role.',
  },
} as const satisfies Record<string, { description: string; why: string }>;

export type RuleId = keyof typeof catalogue;

export const ruleIds = Object.keys(catalogue) as RuleId[];

/** A secret that others can read, not a name that does not work. */
export const isLeakRule = (ruleId: RuleId): boolean => leakRules.has(ruleId);

const leakRules: ReadonlySet<RuleId> = new Set<RuleId>(['no-hardcoded-secrets', 'no-plaintext-dotenv', 'no-wildcard-resource', 'no-logged-secrets']);

export const getRuleUrl = (ruleId: RuleId): string =>
  `https://github.com/paramguard/paramguard/blob/main/docs/rules/${ruleId}.md`;
