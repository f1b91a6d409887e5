/**
 * Whether a literal in quotes may be given to a name that ends at a place, as `core/assigned-value.ts` reads it: what separates both is
 * an operator, a type before one, a call or blanks, all of it short and in one line.
 */
export function reachesQuote(bytes: Uint8Array, end: number): boolean {
  const first = skipEnd(bytes, end);
  const at = skip(bytes, first, blanks);
  switch (bytes[at]) {
    case colon:
      return beginsValue(bytes, skipOperator(bytes, at)) || isTyped(bytes, skip(bytes, at + 1, ofTypes));
    case equals:
    case question:
    case bar:
    case exclamation:
      return beginsValue(bytes, skipOperator(bytes, at));
    case comma:
      return beginsArgument(bytes, skip(bytes, at + 1, blanks));
    case brace:
      return isQuote(bytes[at + 1]) || isTyped(bytes, skipLine(bytes, at + 1));
    case dot:
    case bracketEnd:
    case bracket:
      return endsInQuote(bytes, skip(bytes, at + 1, ofCalls));
    case commercialAt:
      return at > first && isQuote(bytes[at + 1]);
    case smallS:
    case square:
      return at > first && isTyped(bytes, skip(bytes, at + typeLength, blanks));
    default:
      return at > first && isQuote(bytes[at]);
  }
}

/** The quote and the brackets that end a name. */
function skipEnd(bytes: Uint8Array, end: number): number {
  let at = end;
  if (bytes[at] === backslash) at++;
  if (isQuote(bytes[at])) at++;
  if (bytes[at] === squareEnd) at++;
  if (bytes[at] !== square) return at;
  const index = skip(bytes, at + 1, figures);
  return bytes[index] === squareEnd ? index + 1 : at;
}

/** It has at most three characters. */
function skipOperator(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < from + 3 && isOf(bytes[at], operators)) at++;
  return at;
}

/** In quotes, with a prefix of letters, or in what makes a text of it. */
function beginsValue(bytes: Uint8Array, from: number): boolean {
  const start = skip(bytes, from, blanks);
  if (isQuote(bytes[start])) return true;
  if (bytes[start] === backslash) return isQuote(bytes[start + 1]);
  const end = skip(bytes, start, ofCalls);
  return end - start <= 2 ? isQuote(bytes[end]) : endsInQuote(bytes, end);
}

/** `, "value"`, `, with: "value"` */
const beginsArgument = (bytes: Uint8Array, at: number): boolean => isQuote(bytes[at]) || (bytes[at] === smallW && isQuote(bytes[skip(bytes, at + 5, blanks)]));

/** A bracket opens, and a quote. */
function endsInQuote(bytes: Uint8Array, at: number): boolean {
  if (!isQuote(bytes[at])) return false;
  let last = at - 1;
  while (isOf(bytes[last], blanks)) last--;
  return bytes[last] === bracket;
}

/** What stands before an equals sign is a type. */
const isTyped = (bytes: Uint8Array, at: number): boolean => bytes[at] === equals && beginsValue(bytes, skipOperator(bytes, at));

/** The longest of what may stand between is shorter. */
const longest = 64;

function skip(bytes: Uint8Array, from: number, kind: number): number {
  let at = from;
  while (at < from + longest && isOf(bytes[at], kind)) at++;
  return at;
}

/** Up to the next equals sign. */
function skipLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < from + longest && bytes[at] !== equals && bytes[at] !== feed) at++;
  return at;
}

const isQuote = (byte: number | undefined): boolean => isOf(byte, quotes);

const isOf = (byte = 0, kind: number): boolean => ((kinds[byte] ?? 0) & kind) !== 0;

const kinds = new Uint8Array(256);

const add = (kind: number, characters: string): number => {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    kinds[code] = (kinds[code] ?? 0) | kind;
  }
  return kind;
};

const word = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const quotes = add(1, '"\'`');
const blanks = add(2, ' \t');
const figures = add(4, '0123456789');
const operators = add(8, '=>:?|!');
/** Of `new String(`, `String::from(`, `[]byte(`, `equals(`, and prefixes of literals. */
const ofCalls = add(16, `${word}.:()[]@ \t`);
/** Of `&'static str` too. */
const ofTypes = add(32, `${word}<>?[]&' \t`);

const feed = 10;
const exclamation = 33;
const bracket = 40;
const bracketEnd = 41;
const comma = 44;
const dot = 46;
const colon = 58;
const equals = 61;
const question = 63;
const commercialAt = 64;
const square = 91;
const backslash = 92;
const squareEnd = 93;
/** Of `with:`. */
const smallW = 119;
/** Of `string`, which is as long as `[]byte`. */
const smallS = 115;
const typeLength = 6;
const brace = 123;
const bar = 124;
