import { parseDotenv } from './dotenv.ts';
import type { Edit } from './edit.ts';
import type { Problem } from './problem.ts';
import { isInside, type Range } from './range.ts';
import { Secret } from './secret.ts';

/**
 * The value that a parameter must hold for these edits to leave the program as it is: the whole of what they take away, as the
 * program sees it. A text where that is not sure: an escape that is read wrongly would lose the secret.
 */
export function getStoredValue(text: string, problem: Problem, edits: readonly Edit[]): Secret | string {
  if (problem.site?.carrier === 'dotenv') return getDotenvValue(text, problem.site.range) ?? unsure;
  const range = findReplaced(text, problem, edits);
  const isPlain = problem.secret?.isSame(new Secret(text.slice(...problem.range))) === true;
  if (range === undefined || !isPlain || isEscaped(text.slice(...range), problem, range === problem.range)) return unsure;
  return new Secret(text.slice(...range));
}

/** What the edits replace: the whole literal, or the secret in it where they put back what stands around it. */
function findReplaced(text: string, problem: Problem, edits: readonly Edit[]): Range | undefined {
  const secret = problem.range;
  const whole = findValue(text, problem);
  if (whole === undefined) return undefined;
  const edit = edits.find(({ range }) => isInside(secret, range));
  if (edit === undefined || !isInside(whole, edit.range)) return edit !== undefined && edit.range[0] === secret[0] && edit.range[1] === secret[1] ? secret : undefined;
  const around = [text.slice(whole[0], secret[0]), text.slice(secret[1], whole[1])].filter((part) => part !== '');
  const putBack = around.filter((part) => edit.text.includes(part));
  if (putBack.length === 0) return whole;
  // a sign or two may stand in the edit by chance
  return putBack.length === around.length && around.join('').length > 2 ? secret : undefined;
}

/** Every value that a parameter could hold for it, for comparing. */
export function getLikelyValues(text: string, problem: Problem): Secret[] {
  const whole = findValue(text, problem);
  return [
    ...(problem.secret === undefined ? [] : [problem.secret]),
    ...(problem.site?.carrier === 'dotenv' ? [getDotenvValue(text, problem.site.range)] : whole === undefined ? [] : [new Secret(text.slice(...whole))]),
  ].filter((secret) => secret !== undefined);
}

const unsure = 'it is written with escapes or put together from parts, so that its value is not sure; store it by hand';

/** As dotenv and `paramguard exec` read it, where other loaders agree with them. */
function getDotenvValue(text: string, range: Range): Secret | undefined {
  const entry = parseDotenv(text).entries.find(({ outerRange }) => outerRange[0] === range[0] && outerRange[1] === range[1]);
  if (entry === undefined) return undefined;
  const { quote, value, commentStart } = entry;
  if (quote !== "'" && isFilledIn.test(value)) return undefined;
  // an unclosed quote; a number sign without a space before it; an escape that is not of a line break
  const isUnclear = quote === '' ? /^["'`]|\\/u.test(value) || commentStart === entry.outerRange[1] : quote === '"' && /\\(?![nr])/u.test(text.slice(...entry.range));
  return isUnclear ? undefined : new Secret(value);
}

/** Of `"NAME=value"`, as lists of variables have it, the value. */
function findValue(text: string, { range, subject }: Problem): Range | undefined {
  const whole = findScalar(text, range);
  const name = `${subject?.name ?? ''}=`;
  return whole !== undefined && name !== '=' && text.startsWith(name, whole[0]) && whole[0] + name.length <= range[0] ? [whole[0] + name.length, whole[1]] : whole;
}

/** The text between the quotes around a range, or the range itself where it is all that follows a name on its line. */
function findScalar(text: string, [start, end]: Range): Range | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const before = text.slice(lineStart, start);
  const open = findOpenQuote(before);
  if (open === undefined) return isAfterName.test(before) && /^(?:\s|$)/u.test(text.slice(end, end + 1)) ? [start, end] : undefined;
  const quote = before.charAt(open);
  const close = text.indexOf(quote, end);
  const isWhole = close !== -1 && !/[\r\n]/u.test(text.slice(start, close)) && text.charAt(close + 1) !== quote;
  return isWhole ? [lineStart + open + 1, close] : undefined;
}

const isAfterName = /^[ \t]*(?:-[ \t]+)?(?:export[ \t]+)?["']?[\w.$/-]{1,200}["']?[ \t]*(?::=?|=>?)[ \t]*$/u;

/** Where the quotes begin that are still open at the end of a text. */
function findOpenQuote(text: string): number | undefined {
  let open: number | undefined;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '\\') index++;
    else if (open !== undefined) open = character === text.charAt(open) ? undefined : open;
    // the apostrophe of a word opens nothing
    else if (character === '"' || character === '`' || (character === "'" && !/\w/u.test(text.charAt(index - 1)))) open = index;
  }
  return open;
}

function isEscaped(value: string, { site }: Problem, isPart: boolean): boolean {
  if (/\\|[\r\n]|\$\{|%\{|\{\{|&#?\w{1,20};/u.test(value)) return true;
  if (site?.carrier !== 'javascript' && site?.carrier !== 'php' && site?.carrier !== 'python') return isFilledIn.test(value);
  return isPart && site.isUrlPart && /[^\w.~!*'()-]/u.test(value);
}

/** `$NAME`, `${NAME}`, `$(command)`, and `$$` for one dollar sign. */
const isFilledIn = /\$[A-Za-z_{($]|`/u;
