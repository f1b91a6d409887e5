import { arrow, comparison, dot, expression, holeEnd, holeStart, number, quoted, spread, templateEnd, templateStart, word } from './skim-kinds.ts';
import { createWords, type KnownWords } from './skim-words.ts';

/**
 * A program as words, texts and brackets, without a syntax: enough to tell what stands where, at a fraction of the price of a tree. The
 * arrays are used again for the next text, and longer than `count`.
 */
export interface Skim {
  readonly text: string;
  readonly words: KnownWords;
  readonly count: number;
  /** See `skim-kinds.ts`. */
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Of a word its number, of a bracket where its other half stands. */
  readonly values: Int32Array;
  /** 1 where a line ends before it. */
  readonly breaks: Uint8Array;
}

/** Undefined where the brackets do not pair, or a quote stands where none can: then nothing can be told. */
export function skim(text: string): Skim | undefined {
  const reader = new Reader(text);
  return reader.read() ? reader : undefined;
}

const words = createWords();

let kinds = new Uint8Array(1 << 14);
let starts = new Int32Array(1 << 14);
let ends = new Int32Array(1 << 14);
let values = new Int32Array(1 << 14);
let breaks = new Uint8Array(1 << 14);

class Reader implements Skim {
  readonly text: string;
  readonly words = words;
  count = 0;
  #at = 0;
  #isBroken = false;
  /** Open brackets. */
  readonly #open: number[] = [];
  readonly #dead: DeadEnd = { from: 0, to: 0 };

  constructor(text: string) {
    this.text = text;
    words.refresh();
  }

  get kinds(): Uint8Array {
    return kinds;
  }

  get starts(): Int32Array {
    return starts;
  }

  get ends(): Int32Array {
    return ends;
  }

  get values(): Int32Array {
    return values;
  }

  get breaks(): Uint8Array {
    return breaks;
  }

  read(): boolean {
    const { text } = this;
    if (text.startsWith('#!')) this.#skipLine();
    while (this.#at < text.length) if (!this.#readOne()) return false;
    return this.#open.length === 0;
  }

  /** False where nothing can be told any more. */
  #readOne(): boolean {
    const { text } = this;
    const code = text.charCodeAt(this.#at);
    if (code <= 32) return this.#skipSpace();
    if (isWordCode[code > 127 ? 127 : code] === 1) return this.#readWord(code);
    switch (code) {
      case 34:
      case 39:
        return this.#readQuoted(code);
      case 96:
        this.#open.push(this.count);
        this.#add(templateStart, 1);
        return this.#readTemplate();
      case 40:
      case 91:
      case 123:
        this.#open.push(this.count);
        this.#add(code, 1);
        return true;
      case 41:
      case 93:
      case 125:
        return this.#close(code);
      case 47:
        return this.#readSlash();
      case 61:
        this.#readEquals();
        return true;
      case 33:
      case 60:
      case 62:
        if (text.charCodeAt(this.#at + 1) === 61) this.#add(comparison, text.charCodeAt(this.#at + 2) === 61 ? 3 : 2);
        else this.#add(code, 1);
        return true;
      case 63:
        // `a?.b`, but not `a?.5:1`
        if (text.charCodeAt(this.#at + 1) === 46 && !isDigit(text.charCodeAt(this.#at + 2))) this.#add(dot, 2);
        else this.#add(code, 1);
        return true;
      case dot:
        if (text.charCodeAt(this.#at + 1) === dot && text.charCodeAt(this.#at + 2) === dot) this.#add(spread, 3);
        else if (isDigit(text.charCodeAt(this.#at + 1))) this.#readNumber();
        else this.#add(code, 1);
        return true;
      default:
        this.#add(code, 1);
        return true;
    }
  }

  #skipSpace(): true {
    const { text } = this;
    let at = this.#at;
    for (let code = text.charCodeAt(at); code <= 32; code = text.charCodeAt(++at)) if (code === 10) this.#isBroken = true;
    this.#at = at;
    return true;
  }

  #add(kind: number, length: number): void {
    if (this.count === kinds.length) grow();
    const { count } = this;
    kinds[count] = kind;
    starts[count] = this.#at;
    this.#at += length;
    ends[count] = this.#at;
    values[count] = -1;
    breaks[count] = this.#isBroken ? 1 : 0;
    this.#isBroken = false;
    this.count = count + 1;
  }

  #readWord(first: number): boolean {
    const { text } = this;
    if (isDigit(first)) {
      this.#readNumber();
      return true;
    }
    let hash = 0;
    let end = this.#at;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (isWordCode[code > 127 ? 127 : code] === 0) break;
      hash = Math.imul(hash ^ code, 0x9e37_79b1) + 1;
    }
    const start = this.#at;
    this.#add(word, end - start);
    const found = words.find(text, start, end, hash);
    values[this.count - 1] = found;
    return found !== -1;
  }

  #readNumber(): void {
    const { text } = this;
    let end = this.#at + 1;
    while (end < text.length && (isWordCode[Math.min(text.charCodeAt(end), 127)] === 1 || text.charCodeAt(end) === dot)) end++;
    this.#add(number, end - this.#at);
  }

  /** In a text of JSX a quote is none; right behind a word there is none but behind a keyword. */
  #readQuoted(quote: number): boolean {
    const { text } = this;
    if (this.count > 0 && ends[this.count - 1] === this.#at && this.#isValueBefore() && kinds[this.count - 1] !== 41) return false;
    const end = findQuote(text, quote, this.#at + 1);
    if (end === -1) return false;
    this.#add(quoted, end + 1 - this.#at);
    return true;
  }

  /** Up to the next hole, or to the end. */
  #readTemplate(): boolean {
    const { text } = this;
    for (let at = this.#at; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === backslash) at++;
      else if (code === 96) {
        this.#at = at;
        return this.#close(templateEnd);
      } else if (code === 36 && text.charCodeAt(at + 1) === 123) {
        this.#at = at;
        this.#open.push(this.count);
        this.#add(holeStart, 2);
        return true;
      }
    }
    return false;
  }

  #close(code: number): boolean {
    const open = this.#open.pop();
    if (open === undefined) return false;
    const opened = kinds[open] ?? 0;
    const isHole = opened === holeStart && code === 125;
    if (!isHole && closings[opened] !== code) return false;
    values[open] = this.count;
    this.#add(isHole ? holeEnd : code, 1);
    values[this.count - 1] = open;
    return isHole ? this.#readTemplate() : true;
  }

  /** A comment, a regular expression, or a division. */
  #readSlash(): boolean {
    const { text } = this;
    const next = text.charCodeAt(this.#at + 1);
    if (next === 47) {
      this.#skipLine();
      return true;
    }
    if (next === 42) {
      const end = text.indexOf('*/', this.#at + 2);
      if (end === -1) return false;
      if (!this.#isBroken) this.#isBroken = text.slice(this.#at, end).includes('\n');
      this.#at = end + 2;
      return true;
    }
    const end = this.#isValueBefore() || kinds[this.count - 1] === 60 ? -1 : findExpressionEnd(text, this.#at, this.#dead);
    this.#add(end === -1 ? 47 : expression, end === -1 ? 1 : end - this.#at);
    return true;
  }

  #skipLine(): void {
    const end = this.text.indexOf('\n', this.#at);
    this.#at = end === -1 ? this.text.length : end;
  }

  /** What ends here may be divided, and no expression begins. */
  #isValueBefore(): boolean {
    const last = this.count - 1;
    if (last < 0) return false;
    switch (kinds[last]) {
      case word:
        return !words.isKeyword(values[last] ?? 0) || kinds[last - 1] === dot;
      case quoted:
      case number:
      case expression:
      case templateEnd:
      case 93:
        return true;
      case 41: {
        const before = (values[last] ?? 0) - 1;
        return !(kinds[before] === word && words.isCondition(values[before] ?? 0) && kinds[before - 1] !== dot);
      }
      default:
        return false;
    }
  }

  /** An assignment is told apart from what compares. */
  #readEquals(): void {
    const next = this.text.charCodeAt(this.#at + 1);
    if (next === 62) this.#add(arrow, 2);
    else if (next === 61) this.#add(comparison, this.text.charCodeAt(this.#at + 2) === 61 ? 3 : 2);
    else this.#add(61, 1);
  }
}

const backslash = 92;

const closings: Readonly<Record<number, number>> = { 40: 41, 91: 93, 123: 125, [templateStart]: templateEnd };

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Letters, digits, `_`, `$`, and at 127 all that is not ASCII. */
const isWordCode = new Uint8Array(128);
for (const character of `$_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz\u007F`) isWordCode[character.charCodeAt(0)] = 1;

/** Where a quote is closed, in its line; -1 for nowhere. */
export function findQuote(text: string, quote: number, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === 10) return -1;
    if (code === backslash) at += text.charCodeAt(at + 1) === 13 ? 2 : 1;
  }
  return -1;
}

/** A part of a line in which no class of characters ends: what opens one there is no regular expression, and is not read to the end again. */
export interface DeadEnd {
  from: number;
  to: number;
}

/** Behind a regular expression, which ends in its line; -1 for none. */
export function findExpressionEnd(text: string, from: number, dead: DeadEnd): number {
  let opened = -1;
  let at = from + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10) break;
    if (code === backslash) at++;
    else if (code === 91) {
      if (at >= dead.from && at < dead.to) return -1;
      if (opened === -1) opened = at;
    } else if (code === 93) opened = -1;
    else if (code === 47 && opened === -1) return at + 1;
  }
  if (opened !== -1) [dead.from, dead.to] = [opened, at];
  return -1;
}

function grow(): void {
  kinds = extend(kinds, new Uint8Array(kinds.length * 2));
  starts = extend(starts, new Int32Array(starts.length * 2));
  ends = extend(ends, new Int32Array(ends.length * 2));
  values = extend(values, new Int32Array(values.length * 2));
  breaks = extend(breaks, new Uint8Array(breaks.length * 2));
}

function extend<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
