/**
 * Whether `findNamedSecret` could find something beside the name around a place, told by the bytes of the text alone: beside most names of a
 * program nothing is given. True says nothing yet.
 */
export function mayBeGivenInBytes(bytes: Uint8Array, index: number): boolean {
  const start = getStart(bytes, index);
  const end = getEnd(bytes, index);
  return bytes[start] === hyphen || mayBeBefore(bytes, start, end) || mayBeAfter(bytes, start, end);
}

/** A joint between two literals, or an escape that may hide one. */
export function hasJointOrEscape(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const mark = marks[bytes[at] ?? 0] ?? 0;
    if (mark !== 0 && mayMatter(bytes, at, mark)) return true;
  }
  return false;
}

const plus = 43;
const percent = 37;
const ampersand = 38;
const backslash = 92;
const marks = new Uint8Array(256);
for (const mark of [plus, percent, ampersand, backslash]) marks[mark] = mark;

function mayMatter(bytes: Uint8Array, at: number, mark: number): boolean {
  const next = bytes[at + 1] ?? 0;
  if (mark === percent) return next >= 50 && next <= 52;
  if (mark === backslash) return next === 117 || next === 120;
  if (mark === ampersand) return escaped[next] === 1;
  return isQuote(bytes[skipBlanks(bytes, at + 1, 40)]) && isQuote(bytes[skipBack(bytes, at - 1, 40)]);
}

/** As in `&#39;`, `&quot;`, `&apos;`, `&lt;`, `&gt;`. */
const escaped = new Uint8Array(256);
for (const character of '#qalg') escaped[character.charCodeAt(0)] = 1;

/** The value may come before its name, or stand beside it: in a comparison, an object of a name and a value, a tuple. */
function mayBeBefore(bytes: Uint8Array, start: number, end: number): boolean {
  if (isQuote(bytes[end])) return true;
  let at = start - 1;
  while (at >= 0 && (memberBytes[bytes[at] ?? 0] === 1 || isQuote(bytes[at]))) at--;
  at = skipBack(bytes, at, 80);
  const last = bytes[at] ?? 0;
  if (last > 127 || (last === equals && (bytes[at - 1] === equals || bytes[at - 1] === exclamation))) return true;
  return isInList(bytes, start, end) && mayBeTuple(bytes, start, end);
}

/** `user, password = …`: nothing but names between the beginning of the line and what gives. */
function mayBeTuple(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at > 0 && start - at < 200 && bytes[at - 1] !== lineFeed) at--;
  while (at < end + 200 && tupleBytes[bytes[at] ?? 0] === 1) at++;
  return bytes[at] === equals;
}

function isInList(bytes: Uint8Array, start: number, end: number): boolean {
  const next = bytes[skipBlanks(bytes, end, 9)] ?? 0;
  const last = bytes[skipBack(bytes, start - 1, 9)] ?? 0;
  return next === comma || next === close || last === comma || last === open || next > 127 || last > 127;
}

/** What gives something to the name, with a literal behind it, or chooses by it. */
function mayBeAfter(bytes: Uint8Array, start: number, end: number): boolean {
  const after = bytes[end] === bracketEnd ? end + 1 : end;
  const at = skipBlanks(bytes, after, 80);
  const first = bytes[at] ?? 0;
  if (first > 127) return true;
  if (first === close) return bytes[skipBlanks(bytes, at + 1, 80)] === brace && isSwitch(bytes, start);
  // `as`, `satisfies`
  if (first === 97 || first === 115) return bytes[at + 1] === 97 || bytes[at + 1] === 115;
  return (isGiven(bytes, at, after === end) || (at === after && (first === question || first === exclamation) && isGiven(bytes, skipBlanks(bytes, at + 1, 80), after === end))) && mayHoldLiteral(bytes, end);
}

/** By an operator, unless it is only said of which type the name is. */
const isGiven = (bytes: Uint8Array, at: number, isWhole: boolean): boolean => isOperator(bytes, at) && !(isWhole && isUse(bytes, at));

function isOperator(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] ?? 0;
  if (first > 127 || first === colon || first === open || first === less) return true;
  if (first === equals) return bytes[at + 1] !== greater;
  if (operatorBytes[first] !== 1) return false;
  const second = bytes[at + 1] ?? 0;
  return second === equals || (second === first && (first === bar || first === question)) || (operatorBytes[second] === 1 && bytes[at + 2] === equals);
}

/** A type, or another name, with nothing behind it. */
function isUse(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== colon) return false;
  const from = skipBlanks(bytes, at + 1, 80);
  let stop = from;
  while (typeBytes[bytes[stop] ?? 0] === 1 || (stop > from && bytes[stop] === space)) stop++;
  const next = bytes[skipBlanks(bytes, stop, 20)] ?? 0;
  return stop > from && stop - from <= 60 && (next === comma || next === semicolon || next === braceEnd);
}

function isSwitch(bytes: Uint8Array, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && start - at < 90 && bytes[at] !== open && bytes[at] !== close) at--;
  at = skipBack(bytes, at - 1, 20);
  return bytes[at] === 104 && bytes[at - 1] === 99;
}

/** A quote before the statement ends; of what may be longer, anywhere. */
function mayHoldLiteral(bytes: Uint8Array, end: number): boolean {
  const isLong = isFar(bytes, end);
  for (let at = end; at < bytes.length; at++) {
    if (isQuote(bytes[at])) return true;
    if (!isLong && bytes[at] === semicolon) return false;
  }
  return false;
}

/** What opens a function, a list or arguments right behind the name, its type and what gives. */
function isFar(bytes: Uint8Array, end: number): boolean {
  let at = skipBlanks(bytes, bytes[end] === bracketEnd ? end + 1 : end, 80);
  if (bytes[at] === colon) {
    const limit = at + 61;
    for (at++; at < limit && typeEnds[bytes[at] ?? 0] === 0; at++) if (opensFar(bytes, at)) return true;
  }
  if (bytes[at] === equals) at = skipBlanks(bytes, at + 1, 80);
  return opensFar(bytes, at);
}

/** `async` and `function` are told by their beginning. */
function opensFar(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1];
  return first === open || first === bracket || first > 127 || (first === 102 && second === 117) || (first === 97 && second === 115);
}

function getStart(bytes: Uint8Array, index: number): number {
  let start = index;
  while (start > 0 && index - start < 60 && nameBytes[bytes[start - 1] ?? 0] === 1) start--;
  return start;
}

function getEnd(bytes: Uint8Array, index: number): number {
  let end = index;
  while (end < bytes.length && end - index < 60 && nameBytes[bytes[end] ?? 0] === 1) end++;
  return end;
}

/** Stops at what is no blank; a byte of a longer character may be one. */
function skipBlanks(bytes: Uint8Array, from: number, most: number): number {
  let at = from;
  while (at - from < most && isBlank(bytes[at])) at++;
  return at;
}

function skipBack(bytes: Uint8Array, from: number, most: number): number {
  let at = from;
  while (from - at < most && isBlank(bytes[at])) at--;
  return at;
}

const isBlank = (byte = 0): boolean => byte === space || (byte >= 9 && byte <= 13);
const isQuote = (byte = 0): boolean => byte === 34 || byte === 39 || byte === 96;

const space = 32;
const lineFeed = 10;
const open = 40;
const close = 41;
const comma = 44;
const hyphen = 45;
const colon = 58;
const semicolon = 59;
const less = 60;
const equals = 61;
const greater = 62;
const question = 63;
const exclamation = 33;
const bracket = 91;
const bracketEnd = 93;
const brace = 123;
const bar = 124;
const braceEnd = 125;

const createTable = (characters: string): Uint8Array => {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
};

const word = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const nameBytes = createTable(`${word}$-`).fill(1, 128);
const memberBytes = createTable(`${word}$.?![]`);
const typeBytes = createTable(`${word}$.<>[]|`);
const tupleBytes = createTable(`${word}.,() \t\v\f\r\n`).fill(1, 128);
const typeEnds = createTable('="\'`(),;');
const operatorBytes = createTable('|&?+!');
