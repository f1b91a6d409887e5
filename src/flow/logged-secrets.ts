import type { TSESTree } from '@typescript-eslint/utils';
import type { Problem } from '../core/problem.ts';
import { readPattern } from '../ecmascript/pattern.ts';
import { analyzeScopes, type Call, type Scopes } from '../ecmascript/scope.ts';
import { type FunctionNode, getLastName, unwrap } from '../ecmascript/syntax.ts';
import { type Node, walk } from '../ecmascript/walk.ts';
import { getParts, toPart } from './printed-parts.ts';
import { judgeProperty, type Reached, Tracer } from './propagation.ts';
import { readRedactedKeys } from './redact-option.ts';
import { type Context, type Place, toLogProblem } from './report.ts';
import { mayLog, readSink, readThrow, type Sink } from './sinks.ts';
import { isTaint, type Verdict } from '../core/taint.ts';

export { mayLog } from './sinks.ts';

export interface LoggedSecretsOptions {
  /** Further loggers (`audit`) or functions that log (`audit.write`). */
  readonly loggers?: readonly string[];
  readonly isTestFile?: boolean;
}

/** Secrets that reach a log or the message of an error. Needs `range` on every node of `program`; `text` is its source. */
export function findLoggedSecrets(program: TSESTree.Program, text: string, options: LoggedSecretsOptions = {}): Problem[] {
  if (!mayLog(text, options.loggers)) return [];
  const search = new Search(analyzeScopes(program), text, options);
  return search.run();
}

/** An expression that is printed, where it stands, and the sink it reaches. */
interface Printed {
  readonly node: Node;
  readonly place: Place;
  readonly sink: Sink;
  readonly through?: Context['through'];
}

class Search {
  readonly #scopes: Scopes;
  readonly #text: string;
  readonly #options: LoggedSecretsOptions;
  readonly #tracer: Tracer;
  readonly #problems = new Map<string, Problem>();
  /** Parameters that are printed, with the sink. */
  readonly #printing = new Map<FunctionNode, (Reached & { readonly sink: Sink })[]>();
  readonly #redacted: ReadonlySet<string>;

  constructor(scopes: Scopes, text: string, options: LoggedSecretsOptions) {
    this.#scopes = scopes;
    this.#text = text;
    this.#options = options;
    this.#tracer = new Tracer(scopes, text);
    this.#redacted = text.includes('redact') ? readRedactedKeys(scopes.calls) : new Set();
  }

  run(): Problem[] {
    const sinks = this.#scopes.calls.map((call) => readSink(call, this.#scopes, this.#options.loggers ?? []));
    const thrown = this.#scopes.thrown.map(readThrow);
    const all = [...sinks, ...thrown].filter((sink) => sink !== undefined);
    // a secret in an error that is logged at once is a logged secret
    for (const kind of ['log', 'error']) for (const sink of all) if (sink.kind === kind) this.#searchSink(sink);
    if (this.#printing.size > 0) for (const call of this.#scopes.calls) this.#searchHelperCall(call);
    return [...this.#problems.values()].sort((a, b) => a.range[0] - b.range[0]);
  }

  #searchSink(sink: Sink): void {
    for (const node of sink.arguments) this.#search({ ...toPart(node), sink });
  }

  /** Calls of local functions that print what they are given. */
  #searchHelperCall(call: Call): void {
    if (call.type === 'NewExpression') return;
    const called = this.#tracer.resolveFunction(call.callee);
    if (called === undefined) return;
    for (const { index, path, sink } of this.#printing.get(called) ?? []) {
      const argument = call.arguments[index];
      if (argument === undefined || argument.type === 'SpreadElement') continue;
      const through = { name: getLastName(call.callee) ?? '', isOnlyPrinted: isUsedOnce(called, index) };
      const printed = { ...toPart(argument), sink, through };
      if (path.length === 0) this.#search(printed);
      else this.#report(printed, this.#tracer.trace(argument, path));
    }
  }

  /** Goes down to the smallest parts of what is printed. */
  #search(printed: Printed): void {
    const parts = getParts(unwrap(printed.node), this.#text);
    if (parts === undefined) return this.#judge(printed);
    for (const part of parts) {
      if (part.key !== undefined && this.#redacted.has(part.key)) continue;
      if (part.key === undefined || !this.#searchProperty(part.key, { ...printed, ...part })) this.#search({ ...printed, node: part.node, place: part.place });
    }
  }

  /** A property whose value says nothing is judged by its name. */
  #searchProperty(key: string, printed: Printed): boolean {
    if (getParts(unwrap(printed.node), this.#text) !== undefined) return false;
    const verdict = this.#trace(printed);
    if (verdict !== 'unknown') this.#report(printed, verdict);
    else this.#report(printed, judgeProperty(key, this.#tracer.facts));
    return true;
  }

  #judge(printed: Printed): void {
    this.#report(printed, this.#trace(printed));
  }

  #trace({ node, place, sink, through }: Printed): Verdict {
    this.#tracer.reached.clear();
    const value = node.type === 'SpreadElement' ? node.argument : node;
    const verdict = this.#tracer.trace(value, [], place.omitted);
    if (verdict === 'unknown' && through === undefined) this.#notePrinting(sink);
    return verdict;
  }

  #notePrinting(sink: Sink): void {
    for (const reached of this.#tracer.reached) {
      const printing = this.#printing.get(reached.function);
      if (printing === undefined) this.#printing.set(reached.function, [{ ...reached, sink }]);
      else printing.push({ ...reached, sink });
    }
  }

  #report({ node, place, sink, through }: Printed, verdict: Verdict): void {
    if (!isTaint(verdict)) return;
    const problem = toLogProblem(verdict, { node, place, sink, through, text: this.#text, isTestFile: this.#options.isTestFile ?? false });
    const key = problem.range.join('-');
    if (!this.#problems.has(key)) this.#problems.set(key, problem);
  }
}

/** Whether a parameter is read in one place, which is then the sink. */
function isUsedOnce({ params, body }: FunctionNode, index: number): boolean {
  const [target, ...others] = readPattern(params[index] ?? body);
  let uses = 0;
  walk(body, (node) => {
    if (node.type === 'Identifier' && node.name === target?.identifier?.name) uses++;
    return undefined;
  });
  return others.length === 0 && uses === 1;
}
