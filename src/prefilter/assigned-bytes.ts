import { isTextAt } from '../core/text-in-bytes.ts';
import { reachesQuote } from './quoted-bytes.ts';

/** A name in bytes. */
export interface NameInBytes {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Whether something may be given to a name in a text without a format of its own, as `core/assigned-value.ts` reads it: beside most names
 * stands nothing that gives. `isQuotedOnly`: only what is in quotes counts, what stands in an address, and `NAME=value` as prose has it.
 */
export const mayBeAssigned = (name: NameInBytes, isQuotedOnly: boolean): boolean =>
  isMarkedBefore(name) || (isQuotedOnly ? reachesQuote(name.bytes, name.end) || isSetThere(name) : isFollowed(name));

/** Whether what follows may tell a password in words, as `core/prose-passwords.ts` reads it: a colon, an equals sign, `is` or `was`, and a blank. */
export function mayBeToldBy({ bytes, end }: NameInBytes): boolean {
  let at = end;
  while (at < end + 6 && (isBlank(bytes[at]) || bytes[at] === asterisk)) at++;
  if (bytes[at] === equals || bytes[at] === colon) {
    at++;
    while (bytes[at] === asterisk) at++;
    return isBlank(bytes[at]);
  }
  const small = (bytes[at] ?? 0) | 32;
  if (small !== smallI && small !== smallW) return false;
  const last = small === smallI ? at + 1 : at + 2;
  return ((bytes[last] ?? 0) | 32) === smallS && (isBlank(bytes[last + 1]) || bytes[last + 1] === colon);
}

/** An element, an option, a variable of Robot Framework, a side of a comparison. */
export function isMarkedBefore(name: NameInBytes): boolean {
  const { bytes, start, end } = name;
  switch (bytes[start - 1]) {
    case less:
      return bytes[end] === greater;
    case hyphen:
      return bytes[end] === equals || isBlank(bytes[end]);
    case brace:
      return bytes[end] === braceEnd;
    default:
      return isCompared(name) || isTypedInto(name);
  }
}

/** `"…".equals(password)`, `'…' == password` */
function isCompared({ bytes, start }: NameInBytes): boolean {
  let at = start - 1;
  while (at > start - 6 && isBlank(bytes[at])) at--;
  if (bytes[at] === equals) return bytes[at - 1] === equals || bytes[at - 1] === exclamation;
  return bytes[at] === parenthesis && (endsWith(bytes, at, '.equals') || endsWith(bytes, at, 'IgnoreCase'));
}

/** `Input Password`, a word of Robot Framework. */
const isTypedInto = ({ bytes, start, end }: NameInBytes): boolean => end === start + 8 && bytes[start] === largeP && endsWith(bytes, start, 'Input ');

const endsWith = (bytes: Uint8Array, end: number, text: string): boolean => isTextAt(text, bytes, end - text.length);

/** A value without quotes right behind the name. */
const isSetThere = (name: NameInBytes): boolean => {
  const sign = name.bytes[name.end];
  return (sign === equals && (isField(name) || isSetting(name))) || (sign === colon && isSetting(name));
};

/** What may stand between a name and what gives it a value is skipped. */
function isFollowed({ bytes, length, end }: NameInBytes): boolean {
  let at = end;
  if (bytes[at] === backslash) at++;
  if (isQuote(bytes[at])) at++;
  if (bytes[at] === bracketEnd) at++;
  const first = at;
  while (at < first + 25 && isBlank(bytes[at])) at++;
  return at < length && (giving[bytes[at] ?? 0] === 1 || (at > first && bytes[at] === smallS));
}

/** The first word of a text in quotes, or of a form or an address: then at least three characters follow, and another field before or behind. */
function isField({ bytes, start, end }: NameInBytes): boolean {
  const before = bytes[start - 1] ?? 32;
  if (isQuote(before)) return true;
  if (before > 32 && before < 128 && before !== ampersand && before !== question) return false;
  let at = end + 1;
  while (at < end + longestField && endsField[bytes[at] ?? 0] === 0) at++;
  return at > end + 3 && (before === ampersand || bytes[at] === ampersand);
}

const longestField = 202;
const endsField = new Uint8Array(256);
for (const character of ' \t\n\v\f\r"\'`&<>;,\\|{}()[]$#%+') endsField[character.charCodeAt(0)] = 1;

/** In capitals, or in words with a mark between. */
function isSetting({ bytes, start, end }: NameInBytes): boolean {
  let hasSmall = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === hyphen || byte === dot) return true;
    if (byte >= 97 && byte <= 122) hasSmall = true;
  }
  return !hasSmall;
}

const isBlank = (byte = 0): boolean => byte === 32 || byte === 9;
const isQuote = (byte = 0): boolean => byte === 34 || byte === 39 || byte === 96;

/** What begins an operator, a value, arguments or a call. */
const giving = new Uint8Array(256);
for (const character of '=:?|!,{.([)"\'`@&') giving[character.charCodeAt(0)] = 1;

const less = 60;
const greater = 62;
const exclamation = 33;
const hyphen = 45;
const dot = 46;
const ampersand = 38;
const question = 63;
const brace = 123;
const braceEnd = 125;
const parenthesis = 40;
const equals = 61;
const backslash = 92;
const bracketEnd = 93;
const asterisk = 42;
const colon = 58;
/** Of `is` and `was`. */
const smallI = 105;
const smallW = 119;
/** Of both, and of `string`. */
const smallS = 115;
const largeP = 80;
