import type { Detect, Match } from '../core/detect.ts';
import { formats } from '../core/formats.ts';
import { findLineStart } from '../core/lines.ts';
import { isTestPath } from '../core/paths.ts';
import type { Problem } from '../core/problem.ts';
import { isOverlapping } from '../core/range.ts';
import { getItemsInside } from '../core/range-list.ts';
import type { Scanner, SourceFile } from '../core/scanner.ts';
import { dropOverlapping, toSecretProblem } from '../core/secret-problem.ts';
import { mayRefer } from '../references/may-refer.ts';
import { findScriptReferences } from '../shell/references.ts';
import { findStatements, telling, type Statement } from '../shell/statements.ts';
import { findTextSecrets } from './text.ts';

/** Shell scripts: assignments, and options of commands that take a secret. */
export const shell: Scanner = {
  id: 'shell',
  handles: formats.shell,
  scan(file, detect) {
    const secrets = findShellSecrets(file, detect);
    if (!mayRefer(file.text) || isTestPath(file.path)) return { problems: secrets, unread: [] };
    const { references, problems } = findScriptReferences(file.text);
    // said once: a literal that is a leak is not also a bad argument
    const traps = problems.filter(({ range, kind }) => kind !== 'value-in-arguments' || !secrets.some((secret) => isOverlapping(secret.range, range)));
    return { problems: [...secrets, ...traps], references, unread: [] };
  },
};

function findShellSecrets(file: SourceFile, detect: Detect): Problem[] {
  if (!detect.mayHold(file.text) && !telling.test(file.text)) return [];
  const tokens = detect.tokens(file.text);
  const named = [...findStatements(file.text)].flatMap((statement) => getStatementProblem(statement, detect, tokens));
  const rest = findTextSecrets(file, detect).filter((problem) => !isInComment(file.text, problem.range[0]) || !/^(?:secret|password)-value$/u.test(problem.kind));
  return dropOverlapping([...named, ...rest]);
}

function getStatementProblem({ name, value, range, site, isSink }: Statement, detect: Detect, tokens: readonly Match[]): Problem[] {
  const token = getItemsInside(tokens, range)[0];
  const match = token ?? detect.named({ name, path: [], value, range, place: isSink === true ? 'sink' : 'setting' });
  return match === undefined ? [] : [toSecretProblem(match, { subject: { name, path: [] }, site })];
}

function isInComment(text: string, offset: number): boolean {
  const lineStart = findLineStart(text, offset);
  return lineStart !== undefined && /^\s*#/u.test(text.slice(lineStart, Math.min(offset, lineStart + 1000)));
}
