import { isTestPath } from './paths.ts';
import type { Problem } from './problem.ts';
import { classifyValue } from './value.ts';

/** A test of a form's rules makes up pairs that are or are not the same, and logs in nowhere; a document shows how a URL is put together. */
export const isOnlyShown = ({ severity, kind, range }: Problem, { path, text }: { readonly path: string; readonly text: string }): boolean =>
  (kind === 'weak-url-password' && /\.(?:md|mdx|rst|adoc)$/iu.test(path)) ||
  (severity === 'low' && /^(?:password-value|common-password)$/u.test(kind) && isTestPath(path) && comparing.test(text.slice(Math.max(0, range[0] - compareReach), range[1] + compareReach)));

/** Characters, some three lines. */
const compareReach = 160;

const comparing = /\bconfirm(?:Password)?["']?[ \t]{0,4}:|\.(?:safeParse|parseAsync|refine|superRefine)(?:Async)?\(|\bnew Validator\(|\bexamples?["']?:[ \t]{0,4}\[/u;

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
