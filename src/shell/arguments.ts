import { getNameKind } from '../core/names.ts';
import type { Range } from '../core/range.ts';
import type { ShellCommand, ShellWord } from '../core/shell-words.ts';
import type { ShellSite } from '../core/sites/shell.ts';

/** What the words after a command's name say. */
export function* findArguments(command: ShellCommand): Generator<Statement> {
  yield* findOptions(command);
  yield* findShortOptions(command);
  yield* findUserOptions(command);
  yield* findHeaders(command);
}

/** A value under a name, as a command gives it. */
export interface Statement {
  readonly name: string;
  readonly value: string;
  readonly range: Range;
  readonly site?: ShellSite;
  /** The command takes it as a credential, whatever it is called. */
  readonly isSink?: boolean;
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

/** Options of one letter and places in the line, by the manuals of the commands. `attached`: the value stands in the same word. */
const shortOptions: readonly { readonly command: RegExp; readonly option: RegExp; readonly form: 'attached' | 'next' | 'last' | 'user' | 'comma' | 'percent' | 'pass'; readonly with?: RegExp }[] = [
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
  { command: /^aws$/u, option: /^aws_(?:secret_access_key|session_token)$/u, form: 'next', with: /^configure$/u },
  { command: /^(?:mongo\w*|cqlsh|influx)$/u, option: /^-p$/u, form: 'next' },
  { command: /^(?:az|oc|helm|crane|skopeo|buildah)$/u, option: /^-p$/u, form: 'next', with: /^login$/u },
  { command: /^(?:sqlcmd|bcp|osql|isql|tsql)$/u, option: /^-P$/u, form: 'next' },
  { command: /^(?:sqlcmd|bcp|osql|isql|tsql)$/u, option: /^-P/u, form: 'attached' },
  { command: /^(?:7z[ar]?|rar|unrar)$/u, option: /^-h?p/u, form: 'attached' },
  { command: /^unzip$/u, option: /^-P$/u, form: 'next' },
  { command: /^(?:xfreerdp|wfreerdp|rdesktop|mstsc)$/u, option: /^\/p:/u, form: 'attached' },
  { command: /^rdesktop$/u, option: /^-p$/u, form: 'next' },
  { command: /^smbclient$/u, option: /^-U$/u, form: 'percent' },
  { command: /^lftp$/u, option: /^-u$/u, form: 'comma' },
  { command: /^htpasswd$/u, option: /^-[^\Wb]*b\w*$/u, form: 'last' },
  { command: /^rabbitmqctl$/u, option: /^(?:add_user|change_password)$/u, form: 'last' },
  { command: /^npm$/u, option: /(?:^|:)_(?:authToken|auth|password)$/u, form: 'next' },
];

/** What stands between a user and the password. */
const marks = { user: ':', pass: ':', comma: ',', percent: '%' } as const;

/** As manuals write it: it stands for any user and any password. */
const isShown = /^(?:user(?:name)?|login|name|usr)[:,%](?:pass(?:word|wd)?|pwd|secret|user)$/iu;

function* findShortOptions({ words }: ShellCommand): Generator<Statement> {
  const last = words.at(-1);
  const names = words.slice(0, 4).map(({ text }) => text.replace(/^.*\/|^[@+-]{1,3}/u, ''));
  for (const entry of shortOptions) {
    if (!names.some((name) => entry.command.test(name)) || (entry.with !== undefined && !words.some(({ text }) => entry.with?.test(text) === true))) continue;
    for (const [index, word] of words.entries()) {
      const option = index === 0 ? undefined : entry.option.exec(word.text)?.[0];
      const next = words[index + 1];
      if (option === undefined) continue;
      if (entry.form === 'attached' && word.text.length > option.length) yield* cut(word, 'password', [option.length, word.text.length], { isSink: true });
      if (entry.form === 'last' && last !== undefined && words.length - index > 2) yield* cut(last, 'password', undefined, { isSink: true });
      if (next === undefined || entry.form === 'attached' || entry.form === 'last' || /^-/u.test(next.text)) continue;
      if (entry.form !== 'next' && isShown.test(next.text)) continue;
      const start = entry.form === 'next' ? 0 : entry.form === 'pass' && !next.text.startsWith('pass:') ? -1 : next.text.indexOf(marks[entry.form]) + 1;
      if (start >= 0 && (entry.form === 'next' || start > 0)) yield* cut(next, 'password', [start, next.text.length], { isSink: true });
    }
  }
}

/** `-u user:password` of a function that calls curl, and of a list of its arguments. */
function* findUserOptions({ words }: ShellCommand): Generator<Statement> {
  if (!words.some(({ text }) => /^https?:\/\//u.test(text)) && !words.some(({ text }) => /^(?:-s|-X|-w|-sS?f?|-f?sS?|--silent|--fail)$/u.test(text))) return;
  if (/(?:^|\/)(?:curl|https?|docker|podman|kubectl)$/u.test(words[0]?.text ?? '')) return;
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    const pair = /^(?:-u|--user)$/u.test(word.text) ? /^[A-Za-z][\w.@-]{1,40}:(?<password>[^\s:/]{4,100})$/u.exec(next?.text ?? '') : null;
    if (pair === null || next === undefined || isShown.test(next.text)) continue;
    yield* cut(next, 'password', [next.text.length - (pair.groups?.['password'] ?? '').length, next.text.length], { isSink: true });
  }
}

/** `-H 'X-Api-Key: …'` */
function* findHeaders({ words }: ShellCommand): Generator<Statement> {
  if (!words.some(({ text }) => /^(?:-H|--header)|(?:^|\/)(?:curl|wget|https?|xh|ab|hey|wrk|grpcurl)$/u.test(text))) return;
  for (const word of words) {
    const found = /^(?<name>[A-Za-z][\w-]{2,60}):[ ]{0,4}(?<value>\S{1,2048})$/u.exec(word.text.slice(0, 2200));
    const { name = '', value = '' } = found?.groups ?? {};
    if (found !== null && getNameKind(name) !== undefined) yield* cut(word, name, [word.text.length - value.length, word.text.length]);
  }
}

/** A part of a word, unless the shell fills in some of it. */
export function* cut(word: ShellWord, name: string, [start, end]: Range = [0, word.text.length], more: Pick<Statement, 'site' | 'isSink'> = {}): Generator<Statement> {
  if (start >= end || word.holes.some((hole) => hole >= start && hole < end)) return;
  yield { name, value: word.text.slice(start, end), range: getRange(word, [start, end]), ...more };
}

export const getRange = ({ offsets, range }: ShellWord, [start, end]: Range): Range => [offsets[start] ?? range[0], (offsets[end - 1] ?? range[0]) + 1];
