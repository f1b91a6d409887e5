/** A name in bytes. */
export interface NameInBytes {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly start: number;
  readonly end: number;
  readonly quotes: QuoteSearch;
}

/** What is known of the quotes of a text whose names are asked for in their order: none stands from `clear`, where it was looked for last, up to `at`. */
export interface QuoteSearch {
  at: number;
  clear: number;
}

/**
 * Whether something may be given to a name in a text without a format of its own, as `core/assigned-value.ts` reads it: beside most names
 * stands nothing that gives. `isQuotedOnly`: only what is in quotes counts, what stands in an address, and `NAME=value` as prose has it.
 */
export const mayBeAssigned = (name: NameInBytes, isQuotedOnly: boolean): boolean =>
  isMarkedBefore(name) || (isFollowed(name) && (!isQuotedOnly || hasQuote(name) || (name.bytes[name.end] === equals && (isField(name) || isSetting(name)))));

/** Whether what follows may tell a password in words, as `core/prose-passwords.ts` reads it: a colon, an equals sign, `is` or `was`. */
export function mayBeToldBy({ bytes, end }: NameInBytes): boolean {
  let at = end;
  while (at < end + 6 && (isBlank(bytes[at]) || bytes[at] === asterisk)) at++;
  const small = (bytes[at] ?? 0) | 32;
  return bytes[at] === equals || bytes[at] === colon || small === smallI || small === smallW;
}

/** An element, an option, a variable of a template or of Robot Framework, a side of a comparison. */
function isMarkedBefore({ bytes, start }: NameInBytes): boolean {
  const before = bytes[start - 1] ?? 0;
  if (before === less || before === hyphen || before === brace) return true;
  let at = start - 1;
  while (at > start - 6 && isBlank(bytes[at])) at--;
  const last = bytes[at] ?? 0;
  // `Input Password`
  return last === parenthesis || last === equals || (last === smallT && at === start - 2 && bytes[start] === largeP);
}

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

/** Of a form or an address, or the first word of a text in quotes. */
function isField({ bytes, start }: NameInBytes): boolean {
  const before = bytes[start - 1] ?? 32;
  return before <= 32 || before === ampersand || before === question || before > 127 || isQuote(before);
}

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

/** The longest of what may stand between is shorter. */
const longest = 200;

function hasQuote({ bytes, length, end, quotes }: NameInBytes): boolean {
  const limit = Math.min(length, end + longest);
  if (end < quotes.clear || end > quotes.at) {
    quotes.clear = end;
    quotes.at = end;
  }
  while (quotes.at < limit && !isQuote(bytes[quotes.at])) quotes.at++;
  return quotes.at < limit;
}

const isBlank = (byte = 0): boolean => byte === 32 || byte === 9;
const isQuote = (byte = 0): boolean => byte === 34 || byte === 39 || byte === 96;

/** What begins an operator, a value, arguments or a call. */
const giving = new Uint8Array(256);
for (const character of '=:?|!,{.([)"\'`@&') giving[character.charCodeAt(0)] = 1;

const less = 60;
const hyphen = 45;
const dot = 46;
const ampersand = 38;
const question = 63;
const brace = 123;
const parenthesis = 40;
const equals = 61;
const backslash = 92;
const bracketEnd = 93;
const asterisk = 42;
const colon = 58;
/** Of `is` and `was`. */
const smallI = 105;
const smallW = 119;
/** Of `string`, and the last letter of `Input`. */
const smallS = 115;
const smallT = 116;
const largeP = 80;
