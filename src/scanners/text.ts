import { findAssignments, type Assignment } from '../core/assignments.ts';
import { asConnection, asSink, type Detect, type Place } from '../core/detect.ts';
import { formats } from '../core/formats.ts';
import { findPositionalCredentials } from '../core/positional-credentials.ts';
import { hasUserBeside } from '../core/user-beside.ts';
import { findToldPasswords } from '../core/prose-passwords.ts';
import { isCommandsPath, isLocalePath, isLockPath, isPowerShellPath, isTestPath } from '../core/paths.ts';
import type { Problem, ScanResult } from '../core/problem.ts';
import type { Scanner, SourceFile } from '../core/scanner.ts';
import { mayBeScript, mayRefer } from '../references/may-refer.ts';
import { dropOverlapping, toSecretProblem } from '../core/secret-problem.ts';
import { getTextPlace, hasBareValues, isCode, isProse, tellsPasswords } from '../core/text-places.ts';
import { getNameKind } from '../core/names.ts';
import { classifyValue } from '../core/value.ts';
import { readCells } from '../settings/csv.ts';
import { findLocated } from '../settings/judge.ts';

/** Any text: token formats everywhere, and secret-named values where the text assigns them. */
export const text: Scanner = {
  id: 'text',
  handles: formats.text,
  async scan(file, detect) {
    const problems = dropOverlapping([...findTextSecrets(file, detect), ...(await findInCommands(file, detect))]);
    return !isTestPath(file.path) && mayRefer(file.text) ? addReferences(file, problems) : { problems, unread: [] };
  },
};

/** Commands that take a secret, in files that hold commands beside other text. */
async function findInCommands({ path, text }: SourceFile, detect: Detect): Promise<Problem[]> {
  if (!isCommandsPath(path) || !takesSecret.test(text)) return [];
  const { findCommands, findCommandSecrets } = await import('../shell/commands.ts');
  // a document shows made-up passwords; only what a machine made is believed there
  const problems = findCommandSecrets(text, findCommands(path, text), detect, isTestPath(path) || isProse(path) ? 'test' : 'setting');
  return isProse(path) ? problems.filter(({ range }) => classifyValue(text.slice(...range)) !== 'placeholder') : problems;
}

/** An option that is called so, or a command that takes one of a letter. */
const takesSecret = /-\w*(?:pass|pwd|secret|token|key)|\b(?:curl|mysql\w*|mariadb|sshpass|docker|podman|redis-cli|openssl|7z\w?|zip|ldap\w+|mongo\w*|sqlcmd|smbclient|lftp|htpasswd|rabbitmqctl)\b|authorization:/iu;

/** What reads commands is loaded only for a file that has some. */
async function addReferences({ path, text }: SourceFile, problems: readonly Problem[]): Promise<ScanResult> {
  if (!mayBeScript(path, text)) return { problems, unread: [] };
  const { findScriptReferences } = await import('../shell/references.ts');
  if (isPowerShellPath(path)) return { problems, references: findScriptReferences(joinLines(text)).references, unread: [] };
  const referring = findScriptReferences(text);
  return { problems: [...problems, ...referring.problems], references: referring.references, unread: [] };
}

/** In PowerShell a backquote at the end continues the line; every offset stays. */
const joinLines = (text: string): string => text.replace(/`\r?\n/gu, (mark) => ' '.repeat(mark.length));

export function findTextSecrets(file: SourceFile, detect: Detect): Problem[] {
  const tokens = detect.tokens(file.text).map((match) => toSecretProblem(match));
  // a password in a URL is found by its place, as those that the file's format tells are
  const own = tokens.filter(({ kind }) => kind !== 'url-password');
  return dropOverlapping([...own, ...findLocated(file), ...tokens, ...findNamedSecrets(file, detect)]);
}

function findNamedSecrets(file: SourceFile, detect: Detect): Problem[] {
  // its `passwd` names a database of accounts
  if (isLockPath(file.path) || /(?:^|\/)nsswitch\.conf$/u.test(file.path)) return [];
  const place = getTextPlace(file.path);
  const bare = hasBareValues(file.path, place);
  const problems: Problem[] = [];
  for (const assignment of findAssignments(file.text, { bare })) {
    if (isCode(assignment, place) || (isPowerShellPath(file.path) && isFilledIn(file.text, assignment))) continue;
    const match = detect.named({ name: toField(assignment.name), path: [], value: assignment.value, range: assignment.range, place: getPlaceOf(assignment, file, place) });
    if (match !== undefined) problems.push(toSecretProblem(match, { subject: { name: assignment.name, path: [] } }));
  }
  return [...problems, ...findPositionalSecrets(file, place, detect), ...findTold(file, detect), ...findCells(file, detect)];
}

/** Between double quotes PowerShell puts a variable in its place. */
const isFilledIn = (text: string, { outerRange, value }: Assignment): boolean => text.charAt(outerRange[0]) === '"' && /\$[A-Za-z_{(]/u.test(value);

function getPlaceOf({ name, nameRange, outerRange, isQuoted, isOption = false }: Assignment, { path, text }: SourceFile, place: Place): Place {
  if (isProse(path) && !isLocalePath(path) && (!isQuoted || isOption)) return 'code';
  if (isOption && loginField.test(text.slice(Math.max(0, nameRange[0] - 120), nameRange[0]))) return asConnection(place);
  const around = place === 'text' && isInScript(path, text, nameRange[0]) ? 'code' : place;
  if (asConnection(around) !== around && hasUserBeside(text, outerRange)) return asConnection(around);
  return isSetter(name) && text.charAt(nameRange[1]) === '(' ? asSink(place) : place;
}

/** The user before the password of a form. */
const loginField = /(?:^|[&?\s"'`])(?:\w{0,20}user\w{0,10}|\w{0,10}login|e?mail|account|uid)=[^&\s"'`=]{1,80}&(?:[\w.-]{1,30}=[^&\s"'`]{0,40}&){0,2}$/iu;

/** `setPassword("…")`, `withDbPassword("…")` */
const isSetter = (name: string): boolean => /(?:^|\.)(?:set|with)_?(?:[A-Z]\w{0,20})?(?:Pass(?:word|wd)|_password)$/u.test(name);

/** What `withPassword` sets. */
const toField = (name: string): string => (isSetter(name) ? name.replace(/^.*?(?:set|with)_?(?=[A-Z]|p)/u, '') : name);

const isInScript = (path: string, text: string, offset: number): boolean => /\.html?$/iu.test(path) && text.lastIndexOf('<script', offset) > text.lastIndexOf('</script', offset);

function findTold({ path, text }: SourceFile, detect: Detect): Problem[] {
  if (!tellsPasswords(path)) return [];
  return [...findToldPasswords(text)].flatMap(({ value, range, isMarked }) => {
    const match = detect.named({ name: 'password', path: [], value, range, place: isTestPath(path) ? 'test' : isMarked ? 'connection' : 'code' });
    return match === undefined ? [] : [toSecretProblem(match, { subject: { name: 'password', path: [] } })];
  });
}

function findCells({ path, text }: SourceFile, detect: Detect): Problem[] {
  if (!/\.(?:csv|tsv)$/iu.test(path)) return [];
  return [...readCells(text, (column) => getNameKind(column) !== undefined)].flatMap(({ column, value, range }) => {
    const match = detect.named({ name: column, path: [], value, range, place: isTestPath(path) ? 'test-login' : 'setting' });
    return match === undefined ? [] : [toSecretProblem(match, { subject: { name: column, path: [] } })];
  });
}

function findPositionalSecrets({ text }: SourceFile, place: Place, detect: Detect): Problem[] {
  if (asSink(place) === place) return [];
  return [...findPositionalCredentials(text)].flatMap(({ name, value, range, isSure, isDoubtful = false }) => {
    const match = detect.named({ name, path: [], value, range, place: isSure ? asSink(place) : place });
    return match === undefined ? [] : [toSecretProblem(isDoubtful ? { ...match, severity: 'low' } : match, { subject: { name, path: [] } })];
  });
}
