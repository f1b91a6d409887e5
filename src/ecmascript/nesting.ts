import { findExpressionEnd, findQuote, type DeadEnd } from './skim.ts';

/**
 * Whether a program nests deeper than its parser can follow. oxc descends with the stack of its thread, and an overflow ends the process, so this
 * is asked before. Nothing that people write comes near: over a thousand brackets in each other, or two thousand arrows in a row.
 *
 * It counts what is open at a place, in units of about 100 bytes of that stack (measured with oxc-parser 0.154 on the 4 MB of a worker): each
 * bracket, and what chains within it up to the end of a statement or of an item.
 */
export function isNestedTooDeeply(text: string): boolean {
  return text.length * heaviest > limit && new Meter(text).isOver();
}

/** Half of what a worker has. */
const limit = 20_000;

const weightOfBracket = 17;
const weightOfArrow = 10;
/** What takes the rest of its statement as a part: `a = b = …`, `a ? b : …`, `new new …`, `if (a) if (b) …`. */
const weightOfLink = 6;
const heaviest = weightOfBracket;

class Meter {
  readonly #text: string;
  #at = 0;
  /** What is open, and of it what is open beyond the innermost bracket. */
  #height = 0;
  #base = 0;
  /** The base around each bracket, and whether that is a hole of a template. */
  readonly #bases: number[] = [];
  readonly #holes: boolean[] = [];
  readonly #dead: DeadEnd = { from: 0, to: 0 };
  /** Of a quote that nothing closes, the end of its line: others of its kind are not looked after there again. */
  readonly #unpaired = new Map<number, number>();
  /** The last character that is no space; a word counts as its last. */
  #last = 0;
  #lastWord = '';

  constructor(text: string) {
    this.#text = text;
  }

  isOver(): boolean {
    const text = this.#text;
    while (this.#at < text.length) {
      this.#step(text.charCodeAt(this.#at));
      if (this.#height > limit) return true;
    }
    return false;
  }

  #step(code: number): void {
    if (isWord(code)) return this.#readWord();
    this.#at++;
    switch (code) {
      case 10:
        return this.#breakLine();
      case 32:
      case 9:
      case 13:
        return;
      case 34:
      case 39:
        this.#skipQuoted(code);
        break;
      case 96:
        this.#readTemplate();
        break;
      case 40:
      case 91:
      case 123:
        this.#open(false);
        break;
      case 41:
      case 93:
      case 125:
        if (this.#close()) this.#readTemplate();
        break;
      case 44:
        this.#height = this.#base;
        break;
      case 59:
        if (!this.#isFollowedBy(another)) this.#height = this.#base;
        break;
      case 47:
        if (this.#skipSlash()) return;
        break;
      case 61:
        if (!this.#isLastOfChain()) this.#height += this.#text.charCodeAt(this.#at) === 62 ? weightOfArrow : weightOfLink;
        break;
      case 60:
        this.#readTag();
        return;
      case 58:
      case 63:
        this.#height += weightOfLink;
        break;
      case 46:
        this.#height += 2;
        break;
      default:
        this.#height++;
    }
    this.#last = code;
  }

  #readWord(): void {
    const text = this.#text;
    const start = this.#at;
    let end = start + 1;
    while (end < text.length && isWord(text.charCodeAt(end))) end++;
    this.#at = end;
    const word = end - start < 11 ? text.slice(start, end) : '';
    // the next statement, on the same line
    if (word === 'case' || (this.#last === 125 && !goingOn.has(word))) this.#height = this.#base;
    else if (this.#last === 41 || (isWord(this.#last) && continuing.has(this.#lastWord))) this.#height += weightOfLink;
    this.#lastWord = word;
    this.#last = text.charCodeAt(end - 1);
  }

  /** Nothing is given to a text or a number, and in JSX such attributes stand in a row. */
  #isLastOfChain(): boolean {
    const following = this.#text.charCodeAt(this.#at);
    return following === 34 || following === 39 || (following >= 48 && following <= 57) || (following === 123 && isWord(this.#last));
  }

  /** Of JSX, or of a type, or what is less. */
  #readTag(): void {
    const text = this.#text;
    this.#last = 60;
    if (text.charCodeAt(this.#at) === 47) {
      this.#height = Math.max(this.#base, this.#height - weightOfLink - 2);
      this.#at++;
    } else this.#height += weightOfLink;
    while (this.#at < text.length && isWord(text.charCodeAt(this.#at))) this.#at++;
  }

  #isFollowedBy(expected: RegExp): boolean {
    expected.lastIndex = this.#at;
    return this.#height > this.#base && expected.test(this.#text);
  }

  /** A statement may end without a mark where what stands before it and behind it allows that. */
  #breakLine(): void {
    if (!(isWord(this.#last) ? !continuing.has(this.#lastWord) : ending.has(this.#last)) || !this.#isFollowedBy(next)) return;
    this.#height = this.#base;
  }

  #skipQuoted(quote: number): void {
    if (this.#at < (this.#unpaired.get(quote) ?? 0)) return;
    const end = findQuote(this.#text, quote, this.#at);
    if (end !== -1) this.#at = end + 1;
    else {
      const line = this.#text.indexOf('\n', this.#at);
      this.#unpaired.set(quote, line === -1 ? this.#text.length : line);
    }
  }

  /** Up to its end, or into its next hole. */
  #readTemplate(): void {
    const text = this.#text;
    for (; this.#at < text.length; this.#at++) {
      const code = text.charCodeAt(this.#at);
      if (code === 92) this.#at++;
      else if (code === 96) {
        this.#at++;
        return;
      } else if (code === 36 && text.charCodeAt(this.#at + 1) === 123) {
        this.#at += 2;
        this.#open(true);
        return;
      }
    }
  }

  #open(isHole: boolean): void {
    this.#bases.push(this.#base);
    this.#holes.push(isHole);
    this.#height += weightOfBracket;
    this.#base = this.#height;
  }

  /** True behind a hole. What was open around the bracket is so again. */
  #close(): boolean {
    if (this.#bases.length === 0) return false;
    this.#height = this.#base - weightOfBracket;
    this.#base = this.#bases.pop() ?? 0;
    return this.#holes.pop() ?? false;
  }

  /** A comment, true, or an expression; a division is one character more. */
  #skipSlash(): boolean {
    const text = this.#text;
    const mark = text.charCodeAt(this.#at);
    if (mark === 47 || mark === 42) {
      const end = mark === 47 ? text.indexOf('\n', this.#at) : text.indexOf('*/', this.#at + 1);
      this.#at = end === -1 ? text.length : end + (mark === 47 ? 0 : 2);
      return true;
    }
    if (mark === 62) this.#height = Math.max(this.#base, this.#height - weightOfLink - 1);
    else this.#height++;
    if (beforeExpression.has(this.#last)) this.#at = Math.max(this.#at, findExpressionEnd(text, this.#at - 1, this.#dead));
    return false;
  }
}

const beforeExpression = new Set(Array.from('(,=:[!&|?{;+-', (character) => character.charCodeAt(0)));

/** A word of the next statement, not what goes on with this one. */
const next = /\s{0,200}(?!(?:else|in|of|as|instanceof|extends|while|catch|finally)\b)[\w$"'}@]/uy;
const another = /\s{0,200}else\b/uy;
const goingOn = new Set(['else', 'in', 'of', 'as', 'instanceof', 'extends', 'while', 'catch', 'finally']);
const ending = new Set(Array.from('"\'`)]}>', (character) => character.charCodeAt(0)));

const continuing = new Set(['new', 'typeof', 'await', 'void', 'delete', 'yield', 'else', 'do', 'in', 'of', 'instanceof', 'extends', 'as', 'class', 'async', 'case', 'keyof', 'infer']);

const isWord = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 36 || code > 127;
