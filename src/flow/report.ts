import type { Problem, Severity, Subject } from '../core/problem.ts';
import type { Range } from '../core/range.ts';
import type { LogSite } from '../core/sites/log.ts';
import { classifyValue } from '../core/value.ts';
import type { Path } from '../ecmascript/pattern.ts';
import { getDottedPath, getLastName, unwrap } from '../ecmascript/syntax.ts';
import { forEachChild, type Node } from '../ecmascript/walk.ts';
import { splitWords } from '../core/names.ts';
import type { Sink } from './sinks.ts';
import type { Taint } from '../core/taint.ts';

/** Where a printed expression stands. */
export interface Place {
  readonly kind: LogSite['place'];
  /** What an edit replaces. */
  readonly range: Range;
  /** Properties of a spread object that later ones overwrite. */
  readonly omitted?: Path;
}

export interface Context {
  readonly node: Node;
  readonly place: Place;
  readonly sink: Sink;
  /** The helper that prints its argument, and whether it does nothing else with it. */
  readonly through: { readonly name: string; readonly isOnlyPrinted: boolean } | undefined;
  readonly text: string;
  readonly isTestFile: boolean;
}

/** The problem of one expression that brings a secret into a log or an error. */
export function toLogProblem(taint: Taint, context: Context): Problem {
  const { node, sink, through } = context;
  const value = node.type === 'SpreadElement' ? node.argument : node;
  const subject = taint.subject ?? readSubject(value);
  const way = through === undefined || !/^\w{1,60}$/u.test(through.name) ? '' : ` through "${through.name}"`;
  return {
    ruleId: 'no-logged-secrets',
    kind: sink.kind === 'error' ? 'secret-in-error' : taint.kind,
    severity: getSeverity(taint, context),
    range: value.range,
    message: `${taint.label} reaches ${sink.kind === 'error' ? 'the message of an error' : sink.label}${way}.`,
    secretRanges: findLiterals(value),
    ...(subject === undefined ? {} : { subject }),
    site: toSite(value, context),
  };
}

/** A test prints made-up values; an error is printed only where somebody catches it. */
function getSeverity({ severity, isByName }: Taint, { sink, isTestFile }: Context): Severity {
  if (severity === 'low' || (isTestFile && isByName)) return 'low';
  return sink.kind === 'error' || isTestFile ? 'medium' : severity;
}

function readSubject(value: Node): Subject | undefined {
  const path = getDottedPath(value)?.filter((step) => step !== 'this');
  const name = path?.pop();
  return name === undefined || path === undefined ? undefined : { name, path };
}

function toSite(value: Node, { place, through }: Context): LogSite {
  const isNeeded = through !== undefined && !through.isOnlyPrinted;
  const refusal = isNeeded ? 'the called function needs the value for more than the log: mask it where it is printed' : readEffect(value);
  return { carrier: 'log', language: 'javascript', range: place.range, place: place.kind, ...(refusal === undefined ? {} : { refusal }) };
}

/** Why an expression cannot be left out of the program. */
function readEffect(node: Node): string | undefined {
  if (effects.has(node.type)) return 'the expression changes something besides being printed: move it out of the log call first';
  const inner = unwrap(node);
  if (inner.type === 'CallExpression' && splitWords(getLastName(inner.callee) ?? '').some((word) => changing.has(word))) {
    return 'the call may do more than give the value: move it out of the log call first';
  }
  let found: string | undefined;
  forEachChild(node, (child) => {
    if (!/Function/u.test(child.type)) found ??= readEffect(child);
  });
  return found;
}

const effects: ReadonlySet<string> = new Set(['AssignmentExpression', 'UpdateExpression', 'YieldExpression']);
const changing: ReadonlySet<string> = new Set(
  'create generate rotate delete remove update set save write insert put post push shift pop next issue login sign register reset renew revoke store publish'.split(' '),
);

/** Literals inside that may be secrets themselves. */
function findLiterals(node: Node): Range[] {
  if (node.type === 'Literal') return typeof node.value === 'string' && classifyValue(node.value) === 'opaque' ? [node.range] : [];
  const ranges: Range[] = [];
  forEachChild(node, (child) => ranges.push(...findLiterals(child)));
  return ranges;
}
