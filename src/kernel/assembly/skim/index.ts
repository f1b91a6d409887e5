// AssemblyScript (https://www.assemblyscript.org), compiled by scripts/kernel.mjs: reads a program as words, texts and brackets. What it
// does step by step is explained in `ecmascript/skim.ts`, of which it is the faster form; both are held against each other.
import { closesWith, isWordByte, openBytes } from './bytes';
import { arrow, bracketEnd, comparison, dot, expression, holeEnd, holeStart, less, number, parenthesisEnd, quoted, spread, templateEnd, templateStart, word, brace, braceEnd, bracket } from './kinds';
import { addToken, getEnd, getKind, getValue, openTokens, setValue, tokenCount } from './tokens';
import { findWord } from './words';

export { clearWords, openWords, wordCount, wordRoom } from './words';

let text: usize = 0;
let at: usize = 0;
let end: usize = 0;
let isBroken: bool = false;
/** Tokens of open brackets, one behind the other. */
let open: usize = 0;
let opened: usize = 0;

/**
 * Reads `length` bytes and puts tokens, of which there may be `capacity`, from `tokens` on: see `tokens.ts`. The number of them; -1
 * where nothing can be told, or a word has no room.
 */
export function skim(textAt: usize, length: u32, tokens: usize, capacity: u32): i32 {
  openBytes();
  text = at = textAt;
  end = textAt + length;
  isBroken = false;
  deadFrom = deadTo = 0;
  open = opened = openTokens(tokens, capacity);
  if (length > 1 && byteAt(0) == 35 && byteAt(1) == 33) skipLine();
  // V8 weighs a function by how much of it was run: a loop that holds all of them would be compiled anew in a scan of a few files
  while (at < end) if (!readOne()) return -1;
  return opened == open ? tokenCount() : -1;
}

/** NUL behind the end. */
// @ts-ignore: a decorator
@inline
function byteAt(offset: usize): u8 {
  return at + offset < end ? load<u8>(at + offset) : 0;
}

function readOne(): bool {
  const byte = load<u8>(at);
  if (byte <= 32) return skipSpace();
  if (isWordByte(byte)) return readWord(byte);
  if (byte == 44 || byte == 58 || byte == 59) {
    add(byte, 1);
    return true;
  }
  return readOther(byte);
}

function readOther(byte: u8): bool {
  switch (byte) {
    case 34:
    case 39:
      return readQuoted(byte);
    case 96:
      push();
      add(templateStart, 1);
      return readTemplate();
    case 40:
    case bracket:
    case brace:
      push();
      add(byte, 1);
      return true;
    case parenthesisEnd:
    case bracketEnd:
    case braceEnd:
      return close(byte);
    case 47:
      return readSlash();
    case 61:
      if (byteAt(1) == 62) add(arrow, 2);
      else if (byteAt(1) == 61) add(comparison, byteAt(2) == 61 ? 3 : 2);
      else add(byte, 1);
      return true;
    case 33:
    case 60:
    case 62:
      if (byteAt(1) == 61) add(comparison, byteAt(2) == 61 ? 3 : 2);
      else add(byte, 1);
      return true;
    case 63:
      if (byteAt(1) == dot && !isDigit(byteAt(2))) add(dot, 2);
      else add(byte, 1);
      return true;
    case dot:
      if (byteAt(1) == dot && byteAt(2) == dot) add(spread, 3);
      else if (isDigit(byteAt(1))) readNumber();
      else add(byte, 1);
      return true;
    default:
      add(byte, 1);
      return true;
  }
}

function skipSpace(): bool {
  for (; at < end; at++) {
    const byte = load<u8>(at);
    if (byte > 32) break;
    if (byte == 10) isBroken = true;
  }
  return true;
}

function add(kind: u8, length: usize): void {
  addToken(kind, <u32>(at - text), <u32>(at + length - text), isBroken);
  at += length;
  isBroken = false;
}

function push(): void {
  store<u32>(opened, tokenCount());
  opened += 4;
}

function readWord(first: u8): bool {
  if (isDigit(first)) {
    readNumber();
    return true;
  }
  let to = at + 1;
  while (to < end && isWordByte(load<u8>(to))) to++;
  const found = findWord(at, to);
  add(word, to - at);
  setValue(tokenCount() - 1, found);
  return found != -1;
}

function readNumber(): void {
  let to = at + 1;
  while (to < end && (isWordByte(load<u8>(to)) || load<u8>(to) == dot)) to++;
  add(number, to - at);
}

function readQuoted(quote: u8): bool {
  const last = tokenCount() - 1;
  if (last >= 0 && getEnd(last) == <u32>(at - text) && isValueBefore() && getKind(last) != parenthesisEnd) return false;
  for (let to = at + 1; to < end; to++) {
    const byte = load<u8>(to);
    if (byte == quote) {
      add(quoted, to + 1 - at);
      return true;
    }
    if (byte == 10) return false;
    if (byte == 92) to += to + 1 < end && load<u8>(to + 1) == 13 ? 2 : 1;
  }
  return false;
}

function readTemplate(): bool {
  for (let to = at; to < end; to++) {
    const byte = load<u8>(to);
    if (byte == 92) to++;
    else if (byte == 96) {
      at = to;
      return close(templateEnd);
    } else if (byte == 36 && to + 1 < end && load<u8>(to + 1) == brace) {
      at = to;
      push();
      add(holeStart, 2);
      return true;
    }
  }
  return false;
}

function close(kind: u8): bool {
  if (opened == open) return false;
  opened -= 4;
  const other = load<u32>(opened);
  const isHole = getKind(other) == holeStart && kind == braceEnd;
  if (!isHole && closesWith(getKind(other)) != kind) return false;
  setValue(other, tokenCount());
  add(isHole ? holeEnd : kind, 1);
  setValue(tokenCount() - 1, other);
  return isHole ? readTemplate() : true;
}

function readSlash(): bool {
  if (byteAt(1) == 47) {
    skipLine();
    return true;
  }
  if (byteAt(1) == 42) return skipComment();
  const to = isValueBefore() || (tokenCount() > 0 && getKind(tokenCount() - 1) == less) ? 0 : findExpressionEnd();
  if (to == 0) add(47, 1);
  else add(expression, to - at);
  return true;
}

function skipLine(): void {
  while (at < end && load<u8>(at) != 10) at++;
}

function skipComment(): bool {
  let hasBreak = false;
  for (let to = at + 2; to + 1 < end; to++) {
    const byte = load<u8>(to);
    if (byte == 42 && load<u8>(to + 1) == 47) {
      if (hasBreak) isBroken = true;
      at = to + 2;
      return true;
    }
    if (byte == 10) hasBreak = true;
  }
  return false;
}

/** Where a class of characters began of which there is no end in its line, and that line's end: none that begins between has one. */
let deadFrom: usize = 0;
let deadTo: usize = 0;

/** Behind a regular expression; 0 for none. */
function findExpressionEnd(): usize {
  let classAt: usize = 0;
  let to = at + 1;
  for (; to < end; to++) {
    const byte = load<u8>(to);
    if (byte == 10) break;
    if (byte == 92) to++;
    else if (byte == bracket) {
      if (to >= deadFrom && to < deadTo) return 0;
      if (classAt == 0) classAt = to;
    } else if (byte == bracketEnd) classAt = 0;
    else if (byte == 47 && classAt == 0) return to + 1;
  }
  if (classAt != 0) {
    deadFrom = classAt;
    deadTo = to;
  }
  return 0;
}

function isValueBefore(): bool {
  const last = tokenCount() - 1;
  if (last < 0) return false;
  switch (getKind(last)) {
    case word:
      return !isKeyword(getValue(last)) || (last > 0 && getKind(last - 1) == dot);
    case quoted:
    case number:
    case expression:
    case templateEnd:
    case bracketEnd:
      return true;
    case parenthesisEnd: {
      const before = getValue(last) - 1;
      return !(before >= 0 && getKind(before) == word && isCondition(getValue(before)) && (before == 0 || getKind(before - 1) != dot));
    }
    default:
      return false;
  }
}

let keywordCount: i32 = 0;
let conditionCount: i32 = 0;

/** The first words are the keywords behind which an expression begins, and those behind whose brackets a statement does. */
export function openKeywords(keywords: i32, conditions: i32): void {
  keywordCount = keywords;
  conditionCount = conditions;
}

function isKeyword(value: i32): bool {
  return value < keywordCount;
}

function isCondition(value: i32): bool {
  return value >= keywordCount && value < keywordCount + conditionCount;
}

function isDigit(byte: u8): bool {
  return byte >= 48 && byte <= 57;
}
