import { findAssignments } from '../core/assignments.ts';
import type { Detect, Place } from '../core/detect.ts';
import { isLocalePath, isLockPath, isTestPath } from '../core/paths.ts';
import type { Problem } from '../core/problem.ts';
import type { SourceFile } from '../core/scanner.ts';
import { dropOverlapping, toSecretProblem } from '../core/secret-problem.ts';

/** Token formats and `key: value` lines of a document that is a template, or that no parser takes. */
export function findLooseSecrets(file: SourceFile, detect: Detect): Problem[] {
  const tokens = detect.tokens(file.text).map((match) => toSecretProblem(match));
  return dropOverlapping([...tokens, ...findNamed(file, detect)]);
}

function findNamed({ path, text }: SourceFile, detect: Detect): Problem[] {
  if (isLockPath(path)) return [];
  const place: Place = isLocalePath(path) ? 'text' : isTestPath(path) ? 'test' : 'setting';
  const problems: Problem[] = [];
  for (const { name, value, range, isQuoted } of findAssignments(text, { bare: true })) {
    if (/\{\{|\{%|<%|\$\{/u.test(text.slice(range[0], range[1] + 2)) || isKeyword(value)) continue;
    if (name === 'secretKey' && /^[A-Za-z]/u.test(value) && /\bremoteRef:/u.test(text)) continue;
    const match = detect.named({ name, path: [], value, range, place: isQuoted || isLine(text, range[1]) ? place : 'code' });
    if (match !== undefined) problems.push(toSecretProblem(match, { subject: { name, path: [] } }));
  }
  return problems;
}

const isKeyword = (value: string): boolean => /^(?:true|false|null|yes|no|~|[|>][+-]?\d?)$|^[!&*]\w/u.test(value);

/** The value ends its line, but for a comma or a comment. */
const isLine = (text: string, end: number): boolean => /^,?[ \t]*(?:#.*)?$/u.test(/^[^\r\n]{0,200}/u.exec(text.slice(end, end + 200))?.[0] ?? '');
