import { getChainStart } from '../ecmascript/member-chain.ts';
import type { Skim } from '../ecmascript/skim.ts';
import { arrow, brace, braceEnd, bracket, bracketEnd, colon, dot, equals, isClosing, isOpening, parenthesis, parenthesisEnd, semicolon, spread, star, word } from '../ecmascript/skim-kinds.ts';
import { createBudget, type Budget } from './budget.ts';
import { findBody, getAssignedName, getCallbackStarts, getCallee, isWord } from './function-heads.ts';
import { NameScopes } from './name-scopes.ts';
import { TokenSpans } from './token-spans.ts';

interface LocalFunction {
  readonly name: number | undefined;
  readonly isMethod: boolean;
  /** The first token of its parameters, with their bracket if they have one. */
  readonly open: number;
  readonly close: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly returns: number[];
}

/** What stands where in a program, by its tokens alone. */
export class Structure {
  /** Where what is printed begins. */
  readonly printed: number[] = [];
  /** By the brace that opens its body. */
  readonly bodies = new Map<number, LocalFunction>();
  readonly scopes: NameScopes;
  readonly budget: Budget;
  readonly #program: Skim;
  readonly #isSink: (token: number) => boolean;
  readonly #spans: TokenSpans;
  readonly #properties = new Map<number, number[]>();
  readonly #calls = new Map<number, number[]>();
  readonly #functions: LocalFunction[] = [];
  /** Names that are given a value: the name, where, and where the value begins. */
  readonly #given: number[] = [];
  /** Open braces, and those of functions. */
  readonly #blocks: number[] = [];
  readonly #open: LocalFunction[] = [];
  /** Some other name stands for `this`. */
  hasAlias = false;

  /** `isSink`: whether the call of the name at a token prints what it is given. */
  constructor(program: Skim, isSink: (token: number) => boolean) {
    this.#program = program;
    this.#isSink = isSink;
    this.budget = createBudget(program.count);
    this.scopes = new NameScopes(this.budget);
    this.#spans = new TokenSpans(program, this.budget);
    for (let token = 0; token < program.count; token++) this.#read(token);
    this.#functions.forEach((one) => {
      this.#readParameters(one);
    });
    for (let index = 0; index < this.#given.length; index += 3) this.scopes.give(this.#given[index] ?? 0, this.#given[index + 1] ?? 0, this.#given[index + 2] ?? 0);
  }

  getProperty(name: number): readonly number[] {
    return this.#properties.get(name) ?? [];
  }

  #read(token: number): void {
    const { kinds, values } = this.#program;
    switch (kinds[token]) {
      case brace: {
        this.#blocks.push(token);
        const body = this.bodies.get(token);
        if (body !== undefined) this.#open.push(body);
        return;
      }
      case braceEnd:
        this.#blocks.pop();
        if (this.#open.at(-1)?.bodyEnd === token) this.#open.pop();
        return;
      case parenthesis:
        return this.#readParenthesis(token);
      case equals:
        return this.#readAssignment(token);
      case arrow:
        if (kinds[token - 1] === word) this.#addArrow(token - 1, token - 1, token);
        return;
      case colon:
        if (kinds[token - 1] === word) addTo(this.#properties, values[token - 1] ?? 0, token + 1);
        return;
      case word:
        if (kinds[token - 1] !== dot) this.#readWord(token);
        return;
      default:
    }
  }

  #readWord(token: number): void {
    const { kinds, values, words } = this.#program;
    switch (words.get(values[token] ?? 0)) {
      case 'return':
        this.#open.at(-1)?.returns.push(token + 1);
        return;
      case 'throw':
        this.printed.push(token + 1);
        return;
      case 'const':
      case 'let':
        return this.#readDeclaration(token, false);
      case 'var':
        return this.#readDeclaration(token, true);
      case 'this':
        if (kinds[token - 1] === equals && kinds[token + 1] !== dot) this.hasAlias = true;
        return;
      default:
    }
  }

  #readDeclaration(token: number, isVariable: boolean): void {
    const { kinds, values, count, breaks } = this.#program;
    const target = token + 1;
    const isPattern = kinds[target] === brace || kinds[target] === bracket;
    const end = isPattern ? (values[target] ?? target) : target;
    const names = this.#spans.getWords(target, end);
    this.#declare(names, isVariable);
    this.#addTargets(target, end);
    // the value may stand behind a type
    for (let at = end + 1; at < count && at < end + 80; at++) {
      const kind = kinds[at] ?? 0;
      if (kind === equals || isWord(this.#program, at, 'of') || isWord(this.#program, at, 'in')) return this.#giveAll(names, target, at + 1);
      if (kind === semicolon || isClosing(kind) || (breaks[at] === 1 && kinds[at] === word && kinds[at - 1] !== colon)) return;
      if (isOpening(kind)) at = values[at] ?? at;
    }
  }

  #declare(names: readonly number[], isVariable: boolean): void {
    const { values, count } = this.#program;
    const from = isVariable ? (this.#open.at(-1)?.open ?? 0) : (this.#blocks.at(-1) ?? 0);
    const to = isVariable ? (this.#open.at(-1)?.bodyEnd ?? count) : this.#blocks.length === 0 ? count : (values[from] ?? count);
    names.forEach((name) => {
      this.scopes.declare(name, from, to);
    });
  }

  #giveAll(names: readonly number[], token: number, start: number): void {
    names.forEach((name) => {
      this.#given.push(name, token, start);
    });
  }

  /** What the names of a pattern are is told by their own parts of it. */
  #addTargets(from: number, to: number): void {
    const { kinds } = this.#program;
    const parts = kinds[from] === brace || kinds[from] === bracket ? this.#spans.getParts(from, to) : [from, to];
    for (let at = 0; at < parts.length; at += 2) this.#giveAll(this.#spans.getWords(parts[at] ?? 0, parts[at + 1] ?? 0), from, parts[at] ?? 0);
  }

  #readAssignment(token: number): void {
    const { kinds, values } = this.#program;
    let end = token - 1;
    while (end > 0 && operators.has(kinds[end] ?? 0)) end--;
    if (kinds[end] === braceEnd || (kinds[end] === bracketEnd && !this.#isIndex(values[end] ?? 0))) {
      const open = values[end] ?? end;
      this.#addTargets(open, end);
      return this.#giveAll(this.#spans.getWords(open, end), open, token + 1);
    }
    const root = getChainStart(this.#program, end);
    for (let at = root; at <= end; at++) if (kinds[at] === word && kinds[at - 1] === dot) addTo(this.#properties, values[at] ?? 0, token + 1);
    if (kinds[root] !== word) return;
    this.#given.push(values[root] ?? 0, token, root);
    if (root === end) addTo(this.#properties, values[root] ?? 0, token + 1);
  }

  /** Behind a value, a bracket is no list. */
  #isIndex(open: number): boolean {
    const before = this.#program.kinds[open - 1];
    return before === word || before === parenthesisEnd || before === bracketEnd || before === dot;
  }

  #readParenthesis(open: number): void {
    const { kinds, values } = this.#program;
    const close = values[open] ?? open;
    const name = getCallee(this.#program, open);
    const body = findBody(this.#program, open, close, name);
    if (body !== undefined) return kinds[body] === arrow ? this.#addArrow(open, close, body) : this.#addFunction(open, close, body, name);
    if (name === undefined) return;
    if (this.#isSink(name)) this.printed.push(open + 1);
    addTo(this.#calls, values[name] ?? 0, open);
    this.#readCall(name, open, close);
  }

  /** Of a method by which a value gets into another, or what looks like a call and catches. */
  #readCall(name: number, open: number, close: number): void {
    const { kinds, values, words, count } = this.#program;
    const text = words.get(values[name] ?? 0);
    if (adding.has(text) && kinds[name - 1] === dot) {
      const root = getChainStart(this.#program, name - 2);
      if (kinds[root] === word) this.#giveArguments(values[root] ?? 0, root, open, close);
    } else if (text === 'assign' && kinds[open + 1] === word) this.#giveArguments(values[open + 1] ?? 0, open, open, close);
    else if (text === 'catch' && kinds[name - 1] !== dot) {
      const end = kinds[close + 1] === brace ? (values[close + 1] ?? count) : count;
      this.#spans.getWords(open + 1, close).forEach((one) => {
        this.scopes.declare(one, open, end);
      });
    }
  }

  #giveArguments(name: number, token: number, open: number, close: number): void {
    const parts = this.#spans.getParts(open, close);
    for (let at = 0; at < parts.length; at += 2) this.#given.push(name, token, parts[at] ?? 0);
  }

  #addArrow(open: number, close: number, at: number): void {
    const { kinds, values } = this.#program;
    const isBlock = kinds[at + 1] === brace;
    this.#add({ name: undefined, isMethod: false, open, close, bodyStart: at + 1, bodyEnd: isBlock ? (values[at + 1] ?? at) : this.#spans.getEnd(at + 1), returns: isBlock ? [] : [at + 1] });
  }

  #addFunction(open: number, close: number, body: number, callee: number | undefined): void {
    const { kinds, values } = this.#program;
    const isAnonymous = callee !== undefined && isWord(this.#program, callee, 'function');
    const isDeclared = callee !== undefined && !isAnonymous && (isWord(this.#program, callee - 1, 'function') || (kinds[callee - 1] === star && isWord(this.#program, callee - 2, 'function')));
    this.#add({ name: callee === undefined || isAnonymous ? undefined : values[callee], isMethod: !isDeclared, open, close, bodyStart: body, bodyEnd: values[body] ?? body, returns: [] });
  }

  #add(one: LocalFunction): void {
    this.#functions.push(one);
    if (this.#program.kinds[one.bodyStart] === brace) this.bodies.set(one.bodyStart, one);
  }

  /** What a function returns is its name's; its parameters are what it is called with, or what a callback is given. */
  #readParameters({ name, isMethod, open, close, bodyEnd, returns }: LocalFunction): void {
    const names = name ?? getAssignedName(this.#program, open);
    if (names !== undefined) {
      returns.forEach((start) => {
        this.#given.push(names, open, start);
        if (isMethod || name === undefined) addTo(this.#properties, names, start);
      });
    }
    const parts = this.#spans.getParts(open, close);
    const calls = names === undefined ? undefined : this.#calls.get(names);
    const callback = getCallbackStarts(this.#program, open);
    for (let at = 0; at < parts.length; at += 2) {
      const from = parts[at] ?? 0;
      const to = parts[at + 1] ?? 0;
      this.#addTargets(from, to);
      const starts = calls === undefined ? callback : [...callback, ...this.#getGiven(calls, at / 2, from)];
      this.#spans.getWords(from, to).forEach((one) => {
        this.scopes.declare(one, open, bodyEnd);
        starts.forEach((start) => {
          this.#given.push(one, from, start);
        });
      });
    }
  }

  /** Where the arguments begin that a parameter is given by the calls of its function. */
  #getGiven(calls: readonly number[], index: number, parameter: number): number[] {
    const isRest = this.#program.kinds[parameter] === spread;
    return calls.flatMap((call) => this.#spans.getArguments(call, index, isRest));
  }
}

function addTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Methods by which a value gets into another. */
const adding: ReadonlySet<string> = new Set('push set append add unshift concat splice'.split(' '));

/** Before the equals sign of `||=`, `+=` and so on. */
const operators: ReadonlySet<number> = new Set(Array.from('|&?+-*/%^<>', (character) => character.charCodeAt(0)));
