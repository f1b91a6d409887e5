import { isTestPath } from './paths.ts';
import type { Problem } from './problem.ts';
import { classifyValue } from './value.ts';

/**
 * What a test makes up fails no run, in whatever form it stands there: a hash of a password, and a password in a URL, a header
 * or a connection string as the same one under its name (see `named.ts`).
 */
export function weighInTests(problem: Problem, { path, text }: { readonly path: string; readonly text: string }): Problem {
  if (problem.severity === 'low' || !madeUp.test(problem.kind) || !isTestPath(path)) return problem;
  const isMachineMade = !problem.kind.endsWith('-hash') && classifyValue(text.slice(...problem.range)) === 'opaque';
  return { ...problem, severity: isMachineMade ? 'medium' : 'low' };
}

const madeUp = /-hash$|^(?:url-password|connection-string-password|curl-user-option|authorization-header|keycloak-realm-password|sql-account-password|password-file)$/u;
