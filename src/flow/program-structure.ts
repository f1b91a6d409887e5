import type { Skim } from '../ecmascript/skim.ts';
import { ampersand, arrow, brace, braceEnd, bracket, bracketEnd, colon, comma, dot, equals, greater, holeStart, isClosing, isOpening, less, parenthesis, parenthesisEnd, question, quoted, semicolon, spread, star, templateStart, word } from '../ecmascript/skim-kinds.ts';
import { getChainStart } from '../ecmascript/member-chain.ts';

/** Where a name is declared: between two tokens. */
export interface Scope {
  readonly from: number;
  readonly to: number;
  /** Where values that it is given begin. */
  readonly starts: number[];
}

const everywhere = (): Scope => ({ from: 0, to: Number.MAX_SAFE_INTEGER, starts: [] });

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
  readonly #program: Skim;
  readonly #isSink: (token: number) => boolean;
  readonly #scopes = new Map<number, Scope[]>();
  readonly #globals = new Map<number, Scope>();
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
  /** How much may still be looked at: whoever nests a thousand functions has his program parsed. */
  #left: number;

  /** `isSink`: whether the call of the name at a token prints what it is given. */
  constructor(program: Skim, isSink: (token: number) => boolean) {
    this.#program = program;
    this.#isSink = isSink;
    this.#left = program.count * mostOfEach + leastOfAll;
    for (let token = 0; token < program.count; token++) this.#read(token);
    for (const one of this.#functions) this.#readParameters(one);
    for (let index = 0; index < this.#given.length; index += 3) this.#give(this.#given[index] ?? 0, this.#given[index + 1] ?? 0, this.#given[index + 2] ?? 0);
  }

  /** Where values may begin that a name has at a place. */
  *getScopes(name: number, token: number): Generator<Scope> {
    yield* this.#getEnclosing(name, token);
    const global = this.#globals.get(name);
    if (global !== undefined) yield global;
  }

  #getEnclosing(name: number, token: number): readonly Scope[] {
    const scopes = this.#scopes.get(name) ?? [];
    return this.spend(scopes.length) ? scopes.filter(({ from, to }) => token >= from && token <= to) : [];
  }

  /** False when more was looked at than may be. */
  spend(count: number): boolean {
    return (this.#left -= count) >= 0;
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
        if (kinds[token - 1] === word) this.#addProperty(values[token - 1] ?? 0, token + 1);
        return;
      case word:
        return this.#readWord(token);
      default:
    }
  }

  #readWord(token: number): void {
    const { kinds } = this.#program;
    if (kinds[token - 1] === dot) return;
    switch (this.#getText(token)) {
      case 'return':
        this.#open.at(-1)?.returns.push(token + 1);
        return;
      case 'throw':
        this.printed.push(token + 1);
        return;
      case 'const':
      case 'let':
      case 'var':
        return this.#readDeclaration(token);
      case 'this':
        if (kinds[token - 1] === equals && kinds[token + 1] !== dot) this.hasAlias = true;
        return;
      default:
    }
  }

  #readDeclaration(token: number): void {
    const { kinds, values, count, breaks } = this.#program;
    const target = token + 1;
    const isPattern = kinds[target] === brace || kinds[target] === bracket;
    const end = isPattern ? (values[target] ?? target) : target;
    const names = this.#getWords(target, end);
    this.#declare(names, token);
    this.#addTargets(target, end);
    // the value may stand behind a type
    for (let at = end + 1; at < count && at < end + 80; at++) {
      const kind = kinds[at] ?? 0;
      if (kind === equals || this.#isOf(at)) {
        for (const name of names) this.#given.push(name, target, at + 1);
        return;
      }
      if (kind === semicolon || isClosing(kind) || (breaks[at] === 1 && kinds[at] === word && kinds[at - 1] !== colon)) return;
      if (isOpening(kind)) at = values[at] ?? at;
    }
  }

  /** What the names of a pattern are is told by their own parts of it. */
  #addTargets(from: number, to: number): void {
    const { kinds } = this.#program;
    const parts = kinds[from] === brace || kinds[from] === bracket ? this.#getSegments(from, to) : [[from, to] as const];
    for (const [first, last] of parts) for (const name of this.#getWords(first, last)) this.#given.push(name, from, first);
  }

  #isOf(token: number): boolean {
    return this.#isKeyword(token, 'of') || this.#isKeyword(token, 'in');
  }

  #declare(names: readonly number[], token: number): void {
    const { values, count } = this.#program;
    const isVariable = this.#getText(token) === 'var';
    const from = isVariable ? (this.#open.at(-1)?.open ?? 0) : (this.#blocks.at(-1) ?? 0);
    const to = isVariable ? (this.#open.at(-1)?.bodyEnd ?? count) : this.#blocks.length === 0 ? count : (values[from] ?? count);
    for (const name of names) this.#addScope(name, from, to);
  }

  #addScope(name: number, from: number, to: number): void {
    const scopes = this.#scopes.get(name);
    if (scopes === undefined) this.#scopes.set(name, [{ from, to, starts: [] }]);
    else if (!scopes.slice(-4).some((scope) => scope.from === from && scope.to === to)) scopes.push({ from, to, starts: [] });
  }

  /** Words of a target, with those of its keys and defaults. */
  #getWords(from: number, to: number): number[] {
    const { kinds, values } = this.#program;
    const words: number[] = [];
    if (!this.spend(to - from)) return words;
    for (let token = from; token <= to; token++) if (kinds[token] === word && kinds[token - 1] !== dot) words.push(values[token] ?? 0);
    return words;
  }

  #readAssignment(token: number): void {
    const { kinds, values } = this.#program;
    let end = token - 1;
    while (end > 0 && operators.has(kinds[end] ?? 0)) end--;
    if (kinds[end] === braceEnd || (kinds[end] === bracketEnd && !this.#isIndex(values[end] ?? 0))) {
      const open = values[end] ?? end;
      this.#addTargets(open, end);
      for (const name of this.#getWords(open, end)) this.#given.push(name, open, token + 1);
      return;
    }
    const root = getChainStart(this.#program, end);
    for (let at = root; at <= end; at++) if (kinds[at] === word && kinds[at - 1] === dot) this.#addProperty(values[at] ?? 0, token + 1);
    if (kinds[root] !== word) return;
    this.#given.push(values[root] ?? 0, token, root);
    if (root === end) this.#addProperty(values[root] ?? 0, token + 1);
  }

  /** Behind a value, a bracket is no list. */
  #isIndex(open: number): boolean {
    const before = this.#program.kinds[open - 1];
    return before === word || before === parenthesisEnd || before === bracketEnd || before === dot;
  }

  #addProperty(name: number, start: number): void {
    addTo(this.#properties, name, start);
  }

  #readParenthesis(open: number): void {
    const { kinds, values, count } = this.#program;
    const close = values[open] ?? open;
    const name = this.#getCallee(open);
    const body = this.#findBody(open, close, name);
    if (body !== undefined) return kinds[body] === arrow ? this.#addArrow(open, close, body) : this.#addFunction(open, close, body, name);
    if (name === undefined) return;
    const called = values[name] ?? 0;
    if (this.#isSink(name)) this.printed.push(open + 1);
    addTo(this.#calls, called, open);
    const text = this.#getText(name);
    if (adding.has(text) && kinds[name - 1] === dot) {
      const root = getChainStart(this.#program, name - 2);
      if (kinds[root] === word) for (const [start] of this.#getSegments(open, close)) this.#given.push(values[root] ?? 0, root, start);
    } else if (text === 'assign' && kinds[open + 1] === word) for (const [start] of this.#getSegments(open, close)) this.#given.push(values[open + 1] ?? 0, open, start);
    else if (text === 'catch' && kinds[name - 1] !== dot) for (const one of this.#getWords(open + 1, close)) this.#addScope(one, open, kinds[close + 1] === brace ? (values[close + 1] ?? count) : count);
  }

  /** The name before the bracket of a call or of parameters, past the arguments of a type. */
  #getCallee(open: number): number | undefined {
    const { kinds } = this.#program;
    let at = open - 1;
    if (kinds[at] === dot) at--;
    if (kinds[at] === greater) {
      let depth = 0;
      const least = Math.max(0, at - 40);
      for (; at > least; at--) {
        if (kinds[at] === greater) depth++;
        else if (kinds[at] === less && --depth === 0) break;
      }
      at--;
    }
    return kinds[at] === word ? at : undefined;
  }

  /** Behind parameters, the arrow or the brace of what they are of. */
  #findBody(open: number, close: number, name: number | undefined): number | undefined {
    const { kinds, values, count } = this.#program;
    let at = close + 1;
    if (kinds[at] === arrow) return at;
    const isKeyword = name !== undefined && beforeBrackets.has(this.#getText(name));
    if (kinds[at] === brace) return isKeyword || !this.#isHead(open, name) ? undefined : at;
    if (kinds[at] !== colon || kinds[open - 1] === question || isKeyword) return undefined;
    // the type of what is returned
    for (at++; at < count && at < close + 80; at++) {
      const kind = kinds[at] ?? 0;
      if (kind === arrow) return at;
      if (kind === brace) {
        const behind = (values[at] ?? at) + 1;
        if (kinds[at - 1] === colon || isTypeOperator(kinds[at - 1] ?? 0)) {
          if (kinds[behind] !== brace && kinds[behind] !== arrow && !isTypeOperator(kinds[behind] ?? 0) && kinds[behind] !== bracket) return undefined;
          at = behind - 1;
        } else return at;
      } else if (kind === semicolon || kind === equals || isClosing(kind)) return undefined;
      else if (isOpening(kind)) at = values[at] ?? at;
    }
    return undefined;
  }

  /** A name, `function`, or the name of a method in brackets or quotes stands before parameters. */
  #isHead(open: number, name: number | undefined): boolean {
    const before = this.#program.kinds[open - 1] ?? 0;
    return name !== undefined || before === bracketEnd || before === quoted || before === star;
  }

  #addArrow(open: number, close: number, at: number): void {
    const { kinds, values } = this.#program;
    const isBlock = kinds[at + 1] === brace;
    this.#add({ name: undefined, isMethod: false, open, close, bodyStart: at + 1, bodyEnd: isBlock ? (values[at + 1] ?? at) : this.#getEnd(at + 1), returns: isBlock ? [] : [at + 1] });
  }

  #addFunction(open: number, close: number, body: number, callee: number | undefined): void {
    const { kinds, values } = this.#program;
    const isAnonymous = callee !== undefined && this.#getText(callee) === 'function';
    const isDeclared = callee !== undefined && !isAnonymous && (this.#isKeyword(callee - 1, 'function') || (kinds[callee - 1] === star && this.#isKeyword(callee - 2, 'function')));
    this.#add({ name: callee === undefined || isAnonymous ? undefined : values[callee], isMethod: !isDeclared, open, close, bodyStart: body, bodyEnd: values[body] ?? body, returns: [] });
  }

  #isFunctionWord(token: number): boolean {
    return this.#isKeyword(token, 'async') || this.#isKeyword(token, 'function');
  }

  #isKeyword(token: number, text: string): boolean {
    return this.#program.kinds[token] === word && this.#getText(token) === text;
  }

  #add(one: LocalFunction): void {
    this.#functions.push(one);
    if (this.#program.kinds[one.bodyStart] === brace) this.bodies.set(one.bodyStart, one);
  }

  /** Where an expression ends that nothing in brackets reaches out of. */
  #getEnd(start: number): number {
    const { kinds, values, count } = this.#program;
    for (let at = start; at < count && this.spend(1); at++) {
      const kind = kinds[at] ?? 0;
      if (kind === comma || kind === semicolon || isClosing(kind)) return at;
      if (isOpening(kind)) at = values[at] ?? at;
    }
    return count;
  }

  /** What a function returns is its name's; its parameters are what it is called with, or what a callback is given. */
  #readParameters({ name, isMethod, open, close, bodyEnd, returns }: LocalFunction): void {
    const { kinds } = this.#program;
    const names = name ?? this.#getAssignedName(open);
    if (names !== undefined) {
      for (const start of returns) {
        this.#given.push(names, open, start);
        if (isMethod || name === undefined) this.#addProperty(names, start);
      }
    }
    const segments = this.#getSegments(open, close);
    const calls = names === undefined ? [] : (this.#calls.get(names) ?? []);
    const callback = this.#getCallbackStarts(open);
    for (const [index, [from, to]] of segments.entries()) {
      this.#addTargets(from, to);
      for (const one of this.#getWords(from, to)) {
        this.#addScope(one, open, bodyEnd);
        for (const start of callback) this.#given.push(one, from, start);
        for (const call of calls) for (const start of this.#getArguments(call, index, kinds[from] === spread)) this.#given.push(one, from, start);
      }
    }
  }

  /** `name = (…) =>`, `name: function (…)`, `name = useCallback((…) =>` */
  #getAssignedName(open: number): number | undefined {
    const { kinds, values } = this.#program;
    let at = open - 1;
    for (let step = 0; step < 4; step++) {
      if (this.#isFunctionWord(at) || kinds[at] === star) at--;
      else if (kinds[at] === parenthesis) {
        const callee = this.#getCallee(at);
        if (callee === undefined) return undefined;
        at = getChainStart(this.#program, callee) - 1;
      } else break;
    }
    return (kinds[at] === equals || kinds[at] === colon) && kinds[at - 1] === word ? values[at - 1] : undefined;
  }

  #getSegments(open: number, close: number): [number, number][] {
    const { kinds, values } = this.#program;
    if (open === close) return [[open, open]];
    const segments: [number, number][] = [];
    let from = open + 1;
    let angles = 0;
    for (let at = from; at <= close && this.spend(1); at++) {
      const kind = kinds[at] ?? 0;
      if (at === close || (kind === comma && angles <= 0)) {
        if (at > from) segments.push([from, at - 1]);
        from = at + 1;
      } else if (isOpening(kind)) at = values[at] ?? at;
      else if (kind === less) angles++;
      else if (kind === greater) angles--;
    }
    return segments;
  }

  /** What a function is handed to: the receiver of that call, and what stands before the function in it. */
  #getCallbackStarts(open: number): number[] {
    const { kinds, values } = this.#program;
    let at = open - 1;
    while (this.#isFunctionWord(at)) at--;
    for (let count = 0; count < 200 && at > 0; count++) {
      const kind = kinds[at] ?? 0;
      if (kind === parenthesis) {
        const callee = this.#getCallee(at);
        return callee === undefined ? [] : [until(getChainStart(this.#program, callee), at), until(at + 1, open)];
      }
      if (kind === semicolon || kind === equals || kind === colon || kind === brace || kind === bracket || kind === arrow || kind === holeStart || kind === templateStart) return [];
      at = isClosing(kind) ? (values[at] ?? at) - 1 : at - 1;
    }
    return [];
  }

  #getArguments(call: number, index: number, isRest: boolean): number[] {
    const { kinds, values } = this.#program;
    const close = values[call] ?? call;
    const starts: number[] = [];
    let number = 0;
    let isSpread = false;
    for (let from = call + 1; from < close; number++) {
      isSpread ||= kinds[from] === spread;
      if (isSpread || number === index || (isRest && number > index)) starts.push(from);
      const end = this.#getEnd(from);
      from = end + 1;
      if (end >= close) break;
    }
    return starts;
  }

  #give(name: number, token: number, start: number): void {
    const scopes = this.#getEnclosing(name, token);
    if (scopes.length === 0) {
      const global = this.#globals.get(name) ?? everywhere();
      this.#globals.set(name, global);
      global.starts.push(start);
    }
    for (const scope of scopes) scope.starts.push(start);
  }

  #getText(token: number): string {
    const { words, values } = this.#program;
    return words.get(values[token] ?? 0);
  }
}

function addTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Steps for each token, and for all of a small program. */
const mostOfEach = 60;
const leastOfAll = 100_000;

/** Keywords before a bracket that opens no parameters. */
const beforeBrackets: ReadonlySet<string> = new Set('if for while switch with catch return case typeof await new'.split(' '));

/** Methods by which a value gets into another. */
const adding: ReadonlySet<string> = new Set('push set append add unshift concat splice'.split(' '));

/** Where an expression begins, of which no more than what is before a limit is meant. */
export const until = (start: number, limit: number): number => limit * mostTokens + start;

export const mostTokens = 1 << 20;

/** Before the equals sign of `||=`, `+=` and so on. */
const operators: ReadonlySet<number> = new Set(Array.from('|&?+-*/%^<>', (character) => character.charCodeAt(0)));

/** `|`, `&` and what stands before the arguments of a type. */
const isTypeOperator = (kind: number): boolean => kind === 124 || kind === ampersand || kind === less || kind === comma;
