import { readValue, type Assignment } from './assigned-value.ts';
import { getNameKind, nameStems } from './names.ts';

export type { Assignment } from './assigned-value.ts';

/**
 * Finds assignments to secret-like names: `name = "value"`, `"name": "value"`, `name => 'value'`, `define('NAME', 'value')`,
 * `<name>value</name>` and, where `bare` is set, values without quotes. Linear in the text: each name is looked at once, in a
 * window.
 */
export function* findAssignments(text: string, { bare }: { bare: boolean }): Generator<Assignment> {
  const stems = new RegExp(nameStems.source, 'gi');
  for (let found = stems.exec(text), done = 0; found !== null; found = stems.exec(text)) {
    if (found.index < done) continue;
    const start = getNameStart(text, found.index);
    nameExpression.lastIndex = start;
    const name = nameExpression.exec(text)?.[0] ?? '';
    done = Math.max(start + name.length, found.index + 1);
    const assignment = isSegment(text, start) ? undefined : readValue(text, start, name, bare);
    if (assignment === undefined || isListItem(text, assignment) || isNoName(text, assignment)) continue;
    yield assignment;
    // a reference may name a default: `${DB_PASSWORD:…}`
    done = Math.max(done, assignment.value.startsWith('$') && !assignment.isQuoted ? assignment.range[0] : assignment.outerRange[1]);
    stems.lastIndex = Math.max(stems.lastIndex, done);
  }
}

/** With the letters of other alphabets, in which names are written too. */
const nameExpression = /[\w$.\-\u00C0-\u024F\u0370-\u1FFF\u3040-\uD7FF]{1,100}/uy;
const nameCharacter = /[\w$.\-\u00C0-\u024F\u0370-\u1FFF\u3040-\uD7FF]/u;

function getNameStart(text: string, index: number): number {
  let start = index;
  while (start > 0 && index - start < 60 && nameCharacter.test(text.charAt(start - 1))) start--;
  while (start < index && /[.-]/u.test(text.charAt(start))) start++;
  return start;
}

/** `/users/password` */
const isSegment = (text: string, start: number): boolean => text.charAt(start - 1) === '/' && /[\w-]/u.test(text.charAt(start - 2));

/** `['password', 'token']`, and a row of CSV; the first argument of a call and a pair in brackets of its own name what follows. */
function isListItem(text: string, { nameRange, outerRange, value }: Assignment): boolean {
  // a constant without quotes names an option
  if (!/^["'`][ \t]{0,24},/u.test(text.slice(nameRange[1], outerRange[0]))) return false;
  const before = text.slice(Math.max(0, nameRange[0] - 200), nameRange[0]).replace(/[@LurbRfF]{0,2}["'`][#.]?$/u, '').replace(/\s+/gu, '');
  const pairs = /\bMap\.of\((?<given>[^()]{0,180},)$/u.exec(before)?.groups?.['given'];
  if (before.endsWith('(') || (pairs !== undefined && pairs.split(',').length % 2 === 1)) return false;
  return !/[[{(,][[{]$/u.test(before) || (/^[a-z_]+$/u.test(value) && getNameKind(value) !== undefined) || !/^[ \t]{0,8}[}\]]/u.test(text.slice(outerRange[1], outerRange[1] + 10));
}

/**
 * A resource of Terraform, by its type; the shell's `pwd` in backquotes, before the other half of a mount; the user, whose password
 * a call changes; an attribute in XPath; what a rule of CSS is for; code between two strings, `"password=" + password + " host="`.
 */
const isNoName = (text: string, { name, nameRange, range, outerRange, isQuoted, value }: Assignment): boolean =>
  text.startsWith('[@', nameRange[0] - 2) || (isQuoted && /^[ \t]{0,4}(?<mark>[+.&])[ \t]{0,4}[^"'`]{1,200}(?<![ \t])[ \t]{0,4}\k<mark>[ \t]{0,4}$/u.test(value)) || (!isQuoted && text.charAt(range[0] - 1) === ':' && pseudoClass.test(value)) ||
  (text.charAt(nameRange[0] - 1) === '"' && /\b(?:resource|data)[ \t]{1,8}"$/u.test(text.slice(Math.max(0, nameRange[0] - 24), nameRange[0]))) || (name === 'pwd' && text.charAt(nameRange[0] - 1) === '`' && text.charAt(nameRange[1]) === '`') || (/\.change_?Password$/iu.test(name) && text.startsWith(',', outerRange[1]));

const pseudoClass = /^:?(?:hover|focus(?:-within|-visible)?|active|visited|disabled|enabled|checked|before|after|not\(|placeholder|invalid|valid|required|read-only|first-child|last-child|-(?:webkit|moz|ms)-[\w-]{1,40})(?![\w-])/u;
