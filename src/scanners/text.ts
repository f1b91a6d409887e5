import { findAssignments, type Assignment } from '../core/assignments.ts';
import type { Detect, Place } from '../core/detect.ts';
import { formats } from '../core/formats.ts';
import { isLocalePath, isLockPath, isTestPath } from '../core/paths.ts';
import type { Problem } from '../core/problem.ts';
import type { Scanner, SourceFile } from '../core/scanner.ts';
import { dropOverlapping, toSecretProblem } from '../core/secret-problem.ts';

/** Any text: token formats everywhere, and secret-named values where the text assigns them. */
export const text: Scanner = {
  id: 'text',
  handles: formats.text,
  scan: (file, detect) => ({ problems: findTextSecrets(file, detect), unread: [] }),
};

export function findTextSecrets(file: SourceFile, detect: Detect): Problem[] {
  const tokens = detect.tokens(file.text).map((match) => toSecretProblem(match));
  return dropOverlapping([...tokens, ...findNamedSecrets(file, detect)]);
}

function findNamedSecrets(file: SourceFile, detect: Detect): Problem[] {
  if (isLockPath(file.path)) return [];
  const place = getPlace(file.path);
  const problems: Problem[] = [];
  for (const assignment of findAssignments(file.text, { bare: place === 'setting' })) {
    if (isCode(assignment, place)) continue;
    const match = detect.named({ name: assignment.name, path: [], value: assignment.value, range: assignment.range, place });
    if (match !== undefined) problems.push(toSecretProblem(match, { subject: { name: assignment.name, path: [] } }));
  }
  return problems;
}

/** Files in which `name = value` needs no quotes. */
const isSettingPath = (path: string): boolean =>
  /\.(?:ini|cfg|conf|config|properties|toml|cnf|env|tfvars|service|list)$|(?:^|\/)(?:\.npmrc|\.pypirc|\.netrc|\.pgpass|\.my\.cnf|\.s3cfg|\.boto|credentials|Dockerfile[\w.-]*|Containerfile|Procfile)$/iu.test(path);

function getPlace(path: string): Place {
  if (isLocalePath(path) || /\.(?:md|mdx|rst|adoc|txt|html?|po|pot|strings|resx|arb|css|scss|less|svg)$/iu.test(path)) return 'text';
  if (isTestPath(path)) return 'test';
  return isSettingPath(path) ? 'setting' : 'code';
}

/** Without quotes, calls, member reads and type names are code and no values. */
const isCode = ({ isQuoted, value }: Assignment, place: Place): boolean =>
  !isQuoted && (place !== 'setting' || /^[A-Za-z_$][\w$]*[.([]|^\$|^(?:string|str|bool|boolean|int|number|any|true|false|null|none)$/iu.test(value));
