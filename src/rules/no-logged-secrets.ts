import { isTestPath } from '../core/paths.ts';
import { createProblemRule } from '../eslint/create-rule.ts';
import { findLoggedSecrets } from '../flow/logged-secrets.ts';
import { mayLogSecret } from '../flow/may-log-secret.ts';

export const noLoggedSecrets = createProblemRule({
  id: 'no-logged-secrets',
  roots: ['Program'],
  getProblems: ({ program, text, path }, _cwd, { loggers }) => (mayLogSecret(text, loggers) ? findLoggedSecrets(program, text, { isTestFile: isTestPath(path), loggers }) : []),
});
