import { getChainStart } from '../ecmascript/member-chain.ts';
import type { Skim } from '../ecmascript/skim.ts';
import { ampersand, arrow, bang, brace, bracketEnd, colon, comma, comparison, decorator, dot, equals, expression, greater, isClosing, isOpening, number, parenthesis, parenthesisEnd, question, quoted, semicolon, templateEnd, word } from '../ecmascript/skim-kinds.ts';
import { mostTokens } from './function-heads.ts';
import type { Scope } from './name-scopes.ts';
import { Structure } from './program-structure.ts';

/** What is asked of a word where a value of its name is read. */
export interface WordTest {
  /** Whether it may be a secret's. */
  isHot(token: number): boolean;
  /** The same of a text that may be a key. */
  isHotText(token: number): boolean;
  /** Whether its call prints what it is given; `token` is the name. */
  isSink(token: number): boolean;
  /** Whether a function gives back what it is given, or a part of it. */
  isPassing(token: number): boolean;
  /** Whether a function calls what it is given, and gives back what that gives. */
  isCalling(token: number): boolean;
  /** Whether a method tells something of its object that is not a part of it. */
  isTest(token: number): boolean;
}

/**
 * Whether anything that may be a secret's is printed. Backwards from what is printed: the words of a sink's arguments, of what is assigned
 * to them, and so on. A name is followed within the blocks and functions that declare it, and where none does, everywhere; a
 * property as one of `this` only, as what else it is of is followed by its own name. More than can be is followed, never less.
 */
export function printsHotWord(program: Skim, test: WordTest): boolean {
  const structure = new Structure(program, (token) => test.isSink(token));
  return new Follower(program, structure, test).run();
}

class Follower {
  readonly #program: Skim;
  readonly #structure: Structure;
  readonly #test: WordTest;
  readonly #queue: number[] = [];
  readonly #queued = new Set<number>();
  readonly #followed = new Set<Scope | number>();
  #work = 0;

  constructor(program: Skim, structure: Structure, test: WordTest) {
    this.#program = program;
    this.#structure = structure;
    this.#test = test;
  }

  run(): boolean {
    for (const start of this.#structure.printed) if (this.#isTooMuch() || this.#read(start, false)) return true;
    for (let start = this.#queue.pop(); start !== undefined; start = this.#queue.pop()) if (this.#isTooMuch() || this.#read(start, true)) return true;
    return !this.#structure.budget.spend(0);
  }

  #isTooMuch(): boolean {
    return this.#work > mostRead * this.#program.count || !this.#structure.budget.spend(0);
  }

  /** Follows the words of an expression, or of arguments; true for one that may be a secret's. */
  #read(from: number, isOne: boolean): boolean {
    const { kinds, values, breaks, count } = this.#program;
    const start = from % mostTokens;
    const limit = from >= mostTokens ? Math.floor(from / mostTokens) : count;
    let depth = 0;
    for (let at = start; at < limit; at++) {
      this.#work++;
      const kind = kinds[at] ?? 0;
      if (at > start && depth === 0 && breaks[at] === 1 && this.#isEnd(at)) return false;
      if (kind === word) {
        if (this.#meet(at)) return true;
      } else if (kind === quoted) {
        if (this.#test.isHotText(at) && !(depth === 0 && !isOne && this.#isArgument(at))) return true;
      } else if (kind === brace && this.#addReturns(at)) at = values[at] ?? at;
      else if (isOpening(kind)) {
        if (kind === parenthesis && this.#isSkipped(at)) {
          if (this.#test.isHotText(at + 1) && kinds[at + 1] === quoted) return true;
          at = values[at] ?? at;
        } else depth++;
      } else if (isClosing(kind)) {
        if (--depth < 0) return false;
      } else if (depth === 0 && (kind === semicolon || (kind === comma && isOne))) return false;
    }
    return false;
  }

  /** A text that is printed as it stands, and no key of anything. */
  #isArgument(token: number): boolean {
    const { kinds } = this.#program;
    const before = kinds[token - 1];
    const next = kinds[token + 1];
    return (before === parenthesis || before === comma) && (next === comma || next === parenthesisEnd);
  }

  /** Of a function, what it returns is read in the place of its body. */
  #addReturns(token: number): boolean {
    const body = this.#structure.bodies.get(token);
    for (const one of body?.returns ?? []) this.#add(one);
    return body !== undefined;
  }

  #meet(token: number): boolean {
    const { kinds, values } = this.#program;
    if (this.#isUnread(token)) return false;
    if (this.#test.isHot(token)) return true;
    const name = values[token] ?? 0;
    if (kinds[token - 1] === dot) {
      if (this.#isOfThis(token) && !this.#followed.has(-1 - name)) {
        this.#followed.add(-1 - name);
        for (const start of this.#structure.getProperty(name)) this.#add(start);
      }
      return false;
    }
    this.#structure.scopes.visit(name, token, this.#follow);
    return false;
  }

  readonly #follow = (scope: Scope): void => {
    if (this.#followed.has(scope)) return;
    this.#followed.add(scope);
    for (const start of scope.starts) this.#add(start);
  };

  #add(start: number): void {
    if (this.#queued.has(start)) return;
    this.#queued.add(start);
    this.#queue.push(start);
  }

  /** What is compared, chosen by, tested or measured is not printed, and a number or nothing that is put there is none. */
  #isUnread(token: number): boolean {
    const { kinds, values, words } = this.#program;
    const next = kinds[token + 1] ?? 0;
    if (kinds[token - 1] === word && words.get(values[token - 1] ?? 0) === 'typeof') return true;
    if (next === comparison || (next === question && kinds[token + 2] !== question) || (next === ampersand && kinds[token + 2] === ampersand)) return true;
    if (next === equals) return kinds[token + 2] === number || (kinds[token + 2] === word && /^(?:null|undefined|true|false)$/u.test(words.get(values[token + 2] ?? 0)));
    return next === dot && kinds[token + 2] === word && this.#test.isTest(token + 2);
  }

  #isOfThis(token: number): boolean {
    if (this.#structure.hasAlias) return true;
    const { kinds, words, values } = this.#program;
    const root = getChainStart(this.#program, token);
    return kinds[root] === parenthesis || /^(?:this|super)$/u.test(words.get(values[root] ?? 0));
  }

  /** What another function makes of its arguments is its own; one of this program returns what it does. */
  #isSkipped(open: number): boolean {
    const { kinds } = this.#program;
    let at = open - 1;
    if (kinds[at] === dot) at--;
    if (kinds[at] === greater || kinds[at] === parenthesisEnd || kinds[at] === bracketEnd) return false;
    if (kinds[at] !== word || this.#test.isPassing(at)) return false;
    return !(this.#test.isCalling(at) && this.#isFunctionAt(open + 1));
  }

  #isFunctionAt(token: number): boolean {
    const { kinds, values, words } = this.#program;
    if (kinds[token] === word) return kinds[token + 1] === arrow || /^(?:async|function)$/u.test(words.get(values[token] ?? 0));
    return kinds[token] === parenthesis && (kinds[(values[token] ?? token) + 1] === arrow || kinds[(values[token] ?? token) + 1] === colon);
  }

  /** A statement ends with its line where the next does not go on with it. */
  #isEnd(token: number): boolean {
    const { kinds, values, words } = this.#program;
    const kind = kinds[token] ?? 0;
    if (kind !== word && kind !== quoted && kind !== number && kind !== brace && kind !== bang && kind !== decorator) return false;
    if (kind === word && /^(?:instanceof|in|as|satisfies|of)$/u.test(words.get(values[token] ?? 0))) return false;
    const last = kinds[token - 1] ?? 0;
    if (last === word) return !/^(?:return|await|throw|new|typeof|void|yield|else|in|of|instanceof|as|async|function)$/u.test(words.get(values[token - 1] ?? 0));
    return last === quoted || last === number || last === expression || last === templateEnd || isClosing(last);
  }
}

/** How often the tokens of a program may be read. */
const mostRead = 6;
