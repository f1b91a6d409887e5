import type { Candidate, Detect, Match } from '../core/detect.ts';
import { formats } from '../core/formats.ts';
import type { Problem } from '../core/problem.ts';
import { isInside, type Range } from '../core/range.ts';
import type { Scanner, SourceFile } from '../core/scanner.ts';
import { dropOverlapping, toSecretProblem } from '../core/secret-problem.ts';
import type { ShellSite } from '../core/site.ts';
import { findTextSecrets } from './text.ts';

/** Shell scripts: assignments, and options of commands that take a secret. */
export const shell: Scanner = {
  id: 'shell',
  handles: formats.shell,
  scan: (file, detect) => ({ problems: findShellSecrets(file, detect), unread: [] }),
};

function findShellSecrets(file: SourceFile, detect: Detect): Problem[] {
  const tokens = detect.tokens(file.text);
  const statements = [...findStatements(file.text)];
  const named = statements.flatMap((statement) => getStatementProblem(statement, file, detect, tokens));
  const rest = findTextSecrets(file, detect).filter((problem) => !isInComment(file.text, problem.range[0]) || problem.kind !== 'secret-value');
  return dropOverlapping([...named, ...rest]);
}

interface Statement {
  readonly name: string;
  readonly value: string;
  readonly range: Range;
  readonly site?: ShellSite;
}

const assignment = /(?<=^|[;&|(\n])(?<indent>[ \t]*)(?<export>(?:export|readonly|local|declare(?: -\w+)*)[ \t]+)?(?<name>[A-Za-z_]\w{0,99})=(?<quote>["']?)(?<value>(?:(?!\k<quote>)[^\n\\]|\\.){1,4096}?)\k<quote>(?=[\s;&|)#]|$)/gu;
/** `aws ssm put-parameter --value`, `mysql --password=`, `curl -u user:password` by their manuals. */
const option = /(?<=[\s=])(?<name>--(?:[\w-]{0,30}-)?(?:password|passwd|secret|token|api-key|apikey|master-user-password|secret-string|auth-token))(?:=|[ \t]+)(?<quote>["']?)(?<value>(?:(?!\k<quote>)[^\n\\\s]|\\.){1,4096}?)\k<quote>(?=[\s;&|)#]|$)/gu;
const putParameter = /\bput-parameter\b(?:[^\n]|\\\n){0,600}?[ \t]--value(?:=|[ \t]+)(?<quote>["']?)(?<value>(?:(?!\k<quote>)[^\n\\]|\\.){1,4096}?)\k<quote>(?=[\s;&|)#]|$)/gu;

function* findStatements(text: string): Generator<Statement> {
  for (const found of text.matchAll(assignment)) yield toStatement(found, getAssignmentSite(found, text));
  for (const found of text.matchAll(option)) yield toStatement(found, undefined);
  for (const found of text.matchAll(putParameter)) {
    if (/--type[= ]+["']?SecureString|[ \t/-](?:password|secret|token|key)\b/iu.test(getLine(text, found.index))) yield { ...toStatement(found, undefined), name: 'secret' };
  }
}

function toStatement(found: RegExpExecArray, site: ShellSite | undefined): Statement {
  const { name = '', value = '', quote = '' } = found.groups ?? {};
  const end = found.index + found[0].length - quote.length;
  return { name: name.replace(/^--/u, ''), value, range: [end - value.length, end], ...(site === undefined ? {} : { site }) };
}

function getAssignmentSite(found: RegExpExecArray, text: string): ShellSite {
  const { indent = '', name = '', export: keyword } = found.groups ?? {};
  const start = found.index + indent.length;
  const end = found.index + found[0].length;
  const isAlone = /^[ \t]*(?:#[^\n]*)?(?:;|&&|\n|$)/u.test(text.slice(end, end + 400)) && /(?:^|\n)$/u.test(text.slice(0, found.index));
  const other = keyword === undefined || /^export\b/u.test(keyword) ? undefined : `"${keyword.trim()}" hides a failed read; assign in a statement of its own`;
  const refusal = other ?? (isAlone ? undefined : 'the assignment is part of a longer command; read the parameter into a variable before it');
  return { carrier: 'shell', range: [start, end], variable: name, isExport: keyword?.startsWith('export') ?? false, indent, ...(refusal === undefined ? {} : { refusal }) };
}

function getStatementProblem(statement: Statement, file: SourceFile, detect: Detect, tokens: readonly Match[]): Problem[] {
  if (isInComment(file.text, statement.range[0])) return [];
  const token = tokens.find(({ range }) => isInside(range, statement.range));
  // the shell fills in `$NAME`, `$(…)` and backquotes
  const isFilled = /\$[\w({]|`/u.test(statement.value) && file.text.charAt(statement.range[1]) !== "'";
  const candidate: Candidate = { name: statement.name, path: [], value: statement.value, range: statement.range, place: 'setting' };
  const match = token ?? (isFilled ? undefined : detect.named(candidate));
  if (match === undefined) return [];
  return [toSecretProblem(match, { subject: { name: statement.name, path: [] }, site: statement.site })];
}

const getLine = (text: string, offset: number): string => text.slice(offset, offset + 900).split(/(?<!\\)\n/u, 1)[0] ?? '';

function isInComment(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^\s*#/u.test(text.slice(lineStart, offset));
}
