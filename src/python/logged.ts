import type { Problem, Severity, Subject } from '../core/problem.ts';
import { splitWords } from '../core/names.ts';
import type { LogSite } from '../core/sites/log.ts';
import { isTaint, type Taint, type Verdict } from '../core/taint.ts';
import type { Call, Expression, FunctionDefinition, Lambda, Module, Node } from './nodes.ts';
import { getParts, toArgumentPart, type Part } from './parts.ts';
import { analyzeScopes, type Path, type Scopes } from './scope.ts';
import { readSink, readStatementSink, type Sink } from './sinks.ts';
import { judgeProperty } from './sources.ts';
import { getDottedPath, getLastName } from './syntax.ts';
import { getArgument, getShift, Tracer } from './tracer.ts';
import { forEachChild } from './walk.ts';

/** Secrets that reach a log, the message of an error, or the answer of a Lambda handler. */
export function findLoggedSecrets(module: Module, text: string, options: LoggedSecretsOptions = {}): Problem[] {
  return new Search(analyzeScopes(module), text, options).run();
}

export interface LoggedSecretsOptions {
  readonly isTestFile?: boolean;
  /** Further loggers (`audit`) or functions that log (`audit.write`). */
  readonly loggers?: readonly string[];
}

interface Printed extends Part {
  readonly sink: Sink;
  /** The helper that prints its argument. */
  readonly through?: string;
}

class Search {
  readonly #scopes: Scopes;
  readonly #tracer: Tracer;
  readonly #isTestFile: boolean;
  readonly #loggers: readonly string[];
  readonly #problems = new Map<string, Problem>();
  /** Parameters of functions that are printed. */
  readonly #printing = new Map<FunctionDefinition | Lambda, { readonly index: number; readonly path: Path; readonly sink: Sink }[]>();

  constructor(scopes: Scopes, text: string, { isTestFile = false, loggers = [] }: LoggedSecretsOptions) {
    this.#scopes = scopes;
    this.#tracer = new Tracer(scopes, text);
    this.#isTestFile = isTestFile;
    this.#loggers = loggers;
  }

  run(): Problem[] {
    for (const call of this.#scopes.calls) this.#searchSink(readSink(call, this.#scopes, this.#loggers));
    for (const { statement, owner } of this.#scopes.simples) this.#searchSink(readStatementSink(statement, owner));
    if (this.#printing.size > 0) for (const call of this.#scopes.calls) this.#searchHelperCall(call);
    return [...this.#problems.values()].sort((a, b) => a.range[0] - b.range[0]);
  }

  #searchSink(sink: Sink | undefined): void {
    for (const argument of sink?.arguments ?? []) if (sink !== undefined) this.#search({ ...toArgumentPart(argument), sink });
  }

  /** Calls of the file's functions that print what they are given. */
  #searchHelperCall(call: Call): void {
    const owner = this.#tracer.resolveFunction(call.callee);
    for (const { index, path, sink } of owner === undefined ? [] : (this.#printing.get(owner) ?? [])) {
      const name = owner?.parameters[index]?.name ?? '';
      const argument = owner === undefined ? undefined : getArgument(call, index - getShift(call, owner), name);
      if (argument === undefined) continue;
      const printed: Printed = { node: argument, range: argument.range, kind: 'expression', sink, through: getLastName(call.callee) ?? '' };
      if (path.length === 0) this.#search(printed);
      else this.#report(printed, this.#tracer.trace(argument, path));
    }
  }

  /** Goes down to the smallest parts of what is printed. */
  #search(printed: Printed, depth = 0): void {
    const parts = depth > 60 ? undefined : getParts(printed.node);
    if (parts === undefined) return this.#judge(printed);
    for (const part of parts) this.#search(toInner(printed, part), depth + 1);
  }

  /** A named part whose value says nothing is judged by its name. */
  #judge(printed: Printed): void {
    this.#tracer.reached = [];
    const verdict = this.#tracer.trace(printed.node);
    if (verdict === 'unknown' && printed.through === undefined) this.#noteReached(printed.sink);
    this.#report(printed, verdict === 'unknown' && printed.key !== undefined ? judgeProperty(printed.key) : verdict);
  }

  #noteReached(sink: Sink): void {
    for (const { owner, index, path } of this.#tracer.reached) {
      const list = this.#printing.get(owner) ?? [];
      if (list.length < 20) list.push({ index, path, sink });
      this.#printing.set(owner, list);
    }
  }

  #report(printed: Printed, verdict: Verdict): void {
    if (!isTaint(verdict)) return;
    // an answer is meant for its caller; only what was decrypted for the function itself must not be in it
    if (printed.sink.kind === 'return' && (verdict.isByName || verdict.kind !== 'logged-parameter')) return;
    const problem = toProblem(verdict, printed, this.#isTestFile);
    const key = problem.range.join('-');
    if (!this.#problems.has(key)) this.#problems.set(key, problem);
  }
}

/** Inside of an f-string older versions of Python take no further quotes, so a field is replaced as a whole. */
function toInner({ sink, through, kind, range }: Printed, part: Part): Printed {
  const place = kind === 'expression' ? {} : { kind, range };
  return { ...part, ...place, sink, ...(through === undefined ? {} : { through }) };
}

function toProblem(taint: Taint, printed: Printed, isTestFile: boolean): Problem {
  const { node, sink, through } = printed;
  const subject = taint.subject ?? getSubject(node);
  const way = through === undefined || !/^\w{1,60}$/u.test(through) ? '' : ` through "${through}"`;
  return {
    ruleId: 'no-logged-secrets',
    kind: sink.kind === 'error' ? 'secret-in-error' : sink.kind === 'return' ? 'returned-parameter' : taint.kind,
    severity: getSeverity(taint, sink, isTestFile),
    range: node.range,
    message: sink.kind === 'return' ? `${taint.label} is returned to ${sink.label}.` : `${taint.label} reaches ${sink.label}${way}.`,
    secretRanges: [],
    ...(subject === undefined ? {} : { subject }),
    site: toSite(printed),
  };
}

/** A test prints made-up values; an error or an answer is printed only where somebody does it. */
function getSeverity({ severity, isByName }: Taint, { kind }: Sink, isTestFile: boolean): Severity {
  if (severity === 'low' || (isTestFile && isByName)) return 'low';
  return kind !== 'log' || isTestFile ? 'medium' : severity;
}

function getSubject(node: Expression): Subject | undefined {
  const path = getDottedPath(node)?.filter((step) => step !== 'self');
  const name = path?.pop();
  return name === undefined || path === undefined ? undefined : { name, path };
}

function toSite({ node, range, kind, sink, through }: Printed): LogSite {
  const refusal =
    through !== undefined ? `"${through}" may need the value for more than the log: mask it where it is printed`
    : kind === 'object-spread' ? 'what is spread cannot be masked: print the entries that are meant'
    : sink.kind === 'return' ? 'the caller may need the value: let it read the parameter itself'
    : readEffect(node);
  return { carrier: 'log', language: 'python', range, place: kind, ...(refusal === undefined ? {} : { refusal }) };
}

/** Why an expression cannot be left out of the program. */
function readEffect(node: Node): string | undefined {
  if (node.type === 'Named' || (node.type === 'Wrapped' && node.keyword === 'yield')) return 'the expression changes something besides being printed: move it out of the log call first';
  if (node.type === 'Call' && splitWords(getLastName(node.callee) ?? '').some((word) => changing.has(word))) return 'the call may do more than give the value: move it out of the log call first';
  let found: string | undefined;
  forEachChild(node, (child) => {
    if (child.type !== 'Lambda') found ??= readEffect(child);
  });
  return found;
}

const changing: ReadonlySet<string> = new Set(
  'create generate rotate delete remove update set save write insert put post push shift pop next issue login sign register reset renew revoke store publish setdefault'.split(' '),
);
