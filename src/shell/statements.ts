import { findAssignments } from '../core/assignments.ts';
import type { Range } from '../core/range.ts';
import { readCommands, type ShellCommand, type ShellWord } from '../core/shell-words.ts';
import type { ShellSite } from '../core/sites/shell.ts';
import { cut, findArguments, getRange, type Statement } from './arguments.ts';

export type { Statement } from './arguments.ts';

/** Commands that take a secret without a word for it. */
export const telling = /\b(?:mysql\w*|mariadb|sshpass|curl|docker|podman|redis-cli|openssl|(?:un)?zip|7z\w?|ldap\w+|chpasswd|put-parameter|mongo\w*|sqlcmd|bcp|xfreerdp|smbclient|lftp|htpasswd|rabbitmqctl|az|oc|helm)\b/u;

export function* findStatements(text: string, range: Range = [0, text.length], depth = 0): Generator<Statement> {
  let before: ShellCommand | undefined;
  for (const command of readCommands(text, range)) {
    if (command.words.length > 0) {
      yield* findAssigned(command, text);
      yield* findArguments(command);
      if (depth < 3 && command.words[0]?.text === 'alias') for (const word of command.words.slice(1)) yield* findAliased(word, text, depth);
      if (before?.end === '|') yield* findPiped(before, command);
    }
    before = command;
  }
  yield* findDocumentValues(text, range);
}

/** `alias name='command'` */
function* findAliased(word: ShellWord, text: string, depth: number): Generator<Statement> {
  const start = word.offsets[word.text.indexOf('=') + 1];
  if (!word.text.includes('=') || start === undefined) return;
  const end = (word.offsets.at(-1) ?? start) + 1;
  for (const { name, value, range, isSink } of findStatements(text, [start, end], depth + 1)) yield { name, value, range, ...(isSink === undefined ? {} : { isSink }) };
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

/** `echo … | docker login --password-stdin`, `echo user:… | chpasswd` */
function* findPiped(before: ShellCommand, { words }: ShellCommand): Generator<Statement> {
  const last = before.words.at(-1);
  if (last === undefined || !/^(?:echo|printf)$/u.test(before.words[0]?.text ?? '')) return;
  if (words.some(({ text }) => text === '--password-stdin')) yield* cut(last, 'password', undefined, { isSink: true });
  const isChange = words.some(({ text }) => /(?:^|\/)chpasswd$/u.test(text));
  if (isChange) yield* cut(last, 'password', [last.text.indexOf(':') + 1, last.text.length], { isSink: true });
}

/** Lines of files that a script writes: `cat <<EOF > .env`. */
function* findDocumentValues(script: string, [from, to]: Range): Generator<Statement> {
  const text = from === 0 && to === script.length ? script : script.slice(from, to);
  for (const found of text.matchAll(/<<-?[ \t]{0,4}["']?(?<mark>\w{1,40})["']?[^\n]{0,400}\n/gu)) {
    const start = found.index + found[0].length;
    const mark = found.groups?.['mark'] ?? '';
    const end = text.indexOf(`\n${mark}`, start - 1);
    const body = text.slice(start, Math.min(end === -1 ? text.length : end, start + 100_000));
    for (const { name, value, range, isQuoted } of findAssignments(body, { bare: true })) {
      if (!isQuoted && (/[$`]/u.test(value) || !/^[,;]?[ \t]*(?:\r?\n|$)/u.test(body.slice(range[1], range[1] + 200)))) continue;
      yield { name, value, range: [range[0] + start + from, range[1] + start + from] };
    }
  }
}

interface Assigned {
  readonly index: number;
  readonly name: string;
  readonly keyword: string | undefined;
}

function getAssignmentSite({ words }: ShellCommand, { index, name, keyword }: Assigned, text: string): ShellSite {
  const start = words[keyword === undefined ? index : 0]?.range[0] ?? 0;
  const end = words[index]?.range[1] ?? start;
  const indent = words.length === (keyword === undefined ? 1 : 2) ? findIndent(text, start) : undefined;
  const isAlone = indent !== undefined && /^[ \t]*(?:#[^\n]*)?(?:;|&&|\r?\n|$)/u.test(text.slice(end, end + 400));
  const other = keyword === undefined || keyword === 'export' ? undefined : `"${keyword}" hides a failed read; assign in a statement of its own`;
  const refusal = other ?? (isAlone ? undefined : 'the assignment is part of a longer command; read the parameter into a variable before it');
  return { carrier: 'shell', range: [start, end], variable: name, isExport: keyword === 'export', indent: isAlone ? indent : '', ...(refusal === undefined ? {} : { refusal }) };
}

/** Blanks alone from the start of the line. */
function findIndent(text: string, index: number): string | undefined {
  let start = index;
  while (start > 0 && (text.charAt(start - 1) === ' ' || text.charAt(start - 1) === '\t')) start--;
  return start === 0 || text.charAt(start - 1) === '\n' ? text.slice(start, index) : undefined;
}
