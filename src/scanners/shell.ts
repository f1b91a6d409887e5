import { findAssignments } from '../core/assignments.ts';
import type { Detect, Match } from '../core/detect.ts';
import { formats } from '../core/formats.ts';
import { getNameKind } from '../core/names.ts';
import { isTestPath } from '../core/paths.ts';
import type { Problem } from '../core/problem.ts';
import { isOverlapping, type Range } from '../core/range.ts';
import { getItemsInside } from '../core/range-list.ts';
import type { Scanner, SourceFile } from '../core/scanner.ts';
import { dropOverlapping, toSecretProblem } from '../core/secret-problem.ts';
import { readCommands, type ShellCommand, type ShellWord } from '../core/shell-words.ts';
import type { ShellSite } from '../core/sites/shell.ts';
import { mayRefer } from '../references/may-refer.ts';
import { findScriptReferences } from '../shell/references.ts';
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

/** Commands that take a secret without a word for it. */
const telling = /\b(?:mysql\w*|mariadb|sshpass|curl|docker|redis-cli|openssl|zip|ldap\w+|chpasswd|put-parameter)\b/u;

/** A value under a name, as a command gives it. */
interface Statement {
  readonly name: string;
  readonly value: string;
  readonly range: Range;
  readonly site?: ShellSite;
  /** The command takes it as a credential, whatever it is called. */
  readonly isSink?: boolean;
}

function* findStatements(text: string): Generator<Statement> {
  let before: ShellCommand | undefined;
  for (const command of readCommands(text)) {
    if (command.words.length > 0) {
      yield* findAssigned(command, text);
      yield* findOptions(command);
      yield* findShortOptions(command);
      yield* findHeaders(command);
      if (before?.end === '|') yield* findPiped(before, command);
    }
    before = command;
  }
  yield* findDocumentValues(text);
}

/** `NAME=value` before and after a command, `${NAME:-value}`, `setenv NAME value`. */
function* findAssigned(command: ShellCommand, text: string): Generator<Statement> {
  const { words } = command;
  const first = words.findIndex((word) => !isAssignment(word));
  const keyword = words[first]?.text ?? '';
  const isDeclaration = /^(?:export|readonly|local|declare|typeset|env)$/u.test(keyword);
  for (const [index, word] of words.entries()) {
    yield* findDefault(word);
    if (!isAssignment(word) || (first !== -1 && index > first && !isDeclaration)) continue;
    const equals = word.text.indexOf('=');
    const name = word.text.slice(0, equals).replace(/\+$/u, '');
    const site = getAssignmentSite(command, { index, name, keyword: isDeclaration && index > first ? keyword : undefined }, text);
    yield* cut(word, name, [equals + 1, word.text.length], { site });
  }
  const [name, value] = /^(?:setenv)$/u.test(keyword) ? words.slice(first + 1) : keyword === 'set' && /^-\w*x/u.test(words[first + 1]?.text ?? '') ? words.slice(first + 2) : [];
  if (name !== undefined && value !== undefined) yield* cut(value, name.text);
}

const isAssignment = ({ text }: ShellWord): boolean => /^[A-Za-z_]\w{0,99}\+?=/u.test(text);

function* findDefault(word: ShellWord): Generator<Statement> {
  for (const hole of word.holes) {
    const found = /^\$\{(?<name>\w{1,100}):?[-=](?<value>[^${}`\s]{1,512})\}/u.exec(word.text.slice(hole, hole + 620));
    const { name = '', value = '' } = found?.groups ?? {};
    const start = hole + (found?.[0].length ?? 0) - 1 - value.length;
    if (found !== null) yield { name, value, range: getRange(word, [start, start + value.length]) };
  }
}

/** `--password value`, `-storepass value`, and `name=value` anywhere in an argument: `--set db.password=…`, `-d 'client_secret=…'`. */
function* findOptions({ words }: ShellCommand): Generator<Statement> {
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    const option = /^--?(?<name>[A-Za-z][\w.-]{2,60})$/u.exec(word.text)?.groups?.['name'];
    if (option !== undefined && next !== undefined && getNameKind(option) !== undefined && !/^-\D/u.test(next.text)) yield* cut(next, option);
    if (index === 0 || !word.text.includes('=')) continue;
    for (const found of word.text.matchAll(/(?<=^|[\s?&;,"'{=]|^--?)(?:-D)?(?<name>[\w.:/-]{1,100})=(?=(?<value>[^\s&;,"']{1,512}))/gu)) {
      const { name = '', value = '' } = found.groups ?? {};
      const start = found.index + found[0].length;
      if (getNameKind(name) !== undefined) yield* cut(word, name.replace(/^-+/u, ''), [start, start + value.length]);
    }
  }
}

/** Options of one letter by the manuals of the commands. `attached`: the value stands in the same word. */
const shortOptions: readonly { readonly command: RegExp; readonly option: RegExp; readonly form: 'attached' | 'next' | 'user' | 'pass'; readonly with?: RegExp }[] = [
  { command: /^(?:mysql\w*|mariadb[\w-]*)$/u, option: /^-p/u, form: 'attached' },
  { command: /^(?:mysqladmin|mariadb-admin)$/u, option: /^password$/u, form: 'next' },
  { command: /^sshpass$/u, option: /^-p/u, form: 'attached' },
  { command: /^sshpass$/u, option: /^-p$/u, form: 'next' },
  { command: /^(?:docker|podman|nerdctl)$/u, option: /^-p$/u, form: 'next', with: /^login$/u },
  { command: /^(?:curl|http|https)$/u, option: /^(?:-u|--user|-U|--proxy-user|-a|--auth)$/u, form: 'user' },
  { command: /^redis-cli$/u, option: /^(?:-a|--pass)$/u, form: 'next' },
  { command: /^openssl$/u, option: /^-[kK]$/u, form: 'next', with: /^enc$/u },
  { command: /^openssl$/u, option: /^-pass(?:in|out)?$/u, form: 'pass' },
  { command: /^zip$/u, option: /^-P$/u, form: 'next' },
  { command: /^ldap\w+$/u, option: /^-[wy]$/u, form: 'next' },
  { command: /^aws$/u, option: /^--value$/u, form: 'next', with: /^SecureString$/u },
];

function* findShortOptions({ words }: ShellCommand): Generator<Statement> {
  const names = words.slice(0, 4).map(({ text }) => text.replace(/^.*\//u, ''));
  for (const entry of shortOptions) {
    if (!names.some((name) => entry.command.test(name)) || (entry.with !== undefined && !words.some(({ text }) => entry.with?.test(text) === true))) continue;
    for (const [index, word] of words.entries()) {
      const option = index === 0 ? undefined : entry.option.exec(word.text)?.[0];
      const next = words[index + 1];
      if (option === undefined) continue;
      if (entry.form === 'attached' && word.text.length > option.length) yield* cut(word, 'password', [option.length, word.text.length], { isSink: true });
      if (next === undefined || entry.form === 'attached' || /^-/u.test(next.text)) continue;
      const start = entry.form === 'next' ? 0 : entry.form === 'pass' && !next.text.startsWith('pass:') ? -1 : next.text.indexOf(':') + 1;
      if (start >= 0 && (entry.form === 'next' || start > 0)) yield* cut(next, 'password', [start, next.text.length], { isSink: true });
    }
  }
}

/** `-H 'X-Api-Key: …'` */
function* findHeaders({ words }: ShellCommand): Generator<Statement> {
  for (const word of words) {
    const found = /^(?<name>[A-Za-z][\w-]{2,60}):[ ]{0,4}(?<value>\S{1,2048})$/u.exec(word.text.slice(0, 2200));
    const { name = '', value = '' } = found?.groups ?? {};
    if (found !== null && getNameKind(name) !== undefined) yield* cut(word, name, [word.text.length - value.length, word.text.length]);
  }
}

/** `echo … | docker login --password-stdin`, `echo user:… | chpasswd` */
function* findPiped(before: ShellCommand, { words }: ShellCommand): Generator<Statement> {
  const last = before.words.at(-1);
  if (last === undefined || !/^(?:echo|printf)$/u.test(before.words[0]?.text ?? '')) return;
  if (words.some(({ text }) => text === '--password-stdin')) yield* cut(last, 'password', undefined, { isSink: true });
  const isChange = words.some(({ text }) => /(?:^|\/)chpasswd$/u.test(text));
  if (isChange) yield* cut(last, 'password', [last.text.indexOf(':') + 1, last.text.length], { isSink: true });
}

/** Lines of files that a script writes: `cat <<EOF > .env`. */
function* findDocumentValues(text: string): Generator<Statement> {
  for (const found of text.matchAll(/<<-?[ \t]{0,4}["']?(?<mark>\w{1,40})["']?[^\n]{0,400}\n/gu)) {
    const start = found.index + found[0].length;
    const mark = found.groups?.['mark'] ?? '';
    const end = text.indexOf(`\n${mark}`, start - 1);
    const body = text.slice(start, Math.min(end === -1 ? text.length : end, start + 100_000));
    for (const { name, value, range, isQuoted } of findAssignments(body, { bare: true })) {
      if (!isQuoted && (/[$`]/u.test(value) || !/^[,;]?[ \t]*(?:\r?\n|$)/u.test(body.slice(range[1], range[1] + 200)))) continue;
      yield { name, value, range: [range[0] + start, range[1] + start] };
    }
  }
}

/** A part of a word, unless the shell fills in some of it. */
function* cut(word: ShellWord, name: string, [start, end]: Range = [0, word.text.length], more: Pick<Statement, 'site' | 'isSink'> = {}): Generator<Statement> {
  if (start >= end || word.holes.some((hole) => hole >= start && hole < end)) return;
  yield { name, value: word.text.slice(start, end), range: getRange(word, [start, end]), ...more };
}

const getRange = ({ offsets, range }: ShellWord, [start, end]: Range): Range => [offsets[start] ?? range[0], (offsets[end - 1] ?? range[0]) + 1];

interface Assigned {
  readonly index: number;
  readonly name: string;
  readonly keyword: string | undefined;
}

function getAssignmentSite({ words }: ShellCommand, { index, name, keyword }: Assigned, text: string): ShellSite {
  const start = words[keyword === undefined ? index : 0]?.range[0] ?? 0;
  const end = words[index]?.range[1] ?? start;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = text.slice(lineStart, start);
  const isAlone = words.length === (keyword === undefined ? 1 : 2) && /^[ \t]*(?:#[^\n]*)?(?:;|&&|\r?\n|$)/u.test(text.slice(end, end + 400)) && /^[ \t]*$/u.test(indent);
  const other = keyword === undefined || keyword === 'export' ? undefined : `"${keyword}" hides a failed read; assign in a statement of its own`;
  const refusal = other ?? (isAlone ? undefined : 'the assignment is part of a longer command; read the parameter into a variable before it');
  return { carrier: 'shell', range: [start, end], variable: name, isExport: keyword === 'export', indent: isAlone ? indent : '', ...(refusal === undefined ? {} : { refusal }) };
}

function getStatementProblem({ name, value, range, site, isSink }: Statement, detect: Detect, tokens: readonly Match[]): Problem[] {
  const token = getItemsInside(tokens, range)[0];
  const match = token ?? detect.named({ name, path: [], value, range, place: isSink === true ? 'sink' : 'setting' });
  return match === undefined ? [] : [toSecretProblem(match, { subject: { name, path: [] }, site })];
}

function isInComment(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^\s*#/u.test(text.slice(lineStart, Math.min(offset, lineStart + 1000)));
}
