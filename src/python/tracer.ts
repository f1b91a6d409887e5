import { isElement, isSafeName, judgeName } from './names.ts';
import { isTaint, joinVerdicts, type Verdict } from '../core/taint.ts';
import { traceCall } from './calls.ts';
import type { Attribute, Call, Comprehension, Dict, Entry, Expression, FunctionDefinition, Lambda, Name, Operation, Sequence, Slice, Subscript } from './nodes.ts';
import { getQualifiedName, type Binding, type Path, type Scopes, type Source } from './scope.ts';
import { createFacts, isHarmlessType, judgeEnvironment, judgeLiteral, judgeNames, judgeProperty, type FileFacts } from './sources.ts';
import { getText } from './strings.ts';

/** A parameter that a value was followed to, and the part of it. */
export interface Reached {
  readonly owner: FunctionDefinition | Lambda;
  readonly index: number;
  readonly path: Path;
}

type Memo = Map<Expression, Map<string, Verdict>>;

interface Frame {
  readonly owner: FunctionDefinition;
  readonly call: Call;
  readonly memo: Memo;
}

const none: Path = [];
const maxDepth = 60;
/** Questions about one file; programs that people write need a small part of these. */
const maxSteps = 300_000;

/**
 * Asks of any expression whether it, or the part of its value at a path, holds a secret. It walks backwards from the
 * place where the value is printed, so only what is printed is ever looked at.
 */
export class Tracer {
  readonly scopes: Scopes;
  readonly facts: FileFacts;
  /** Parameters of functions that gave no answer, since it was last emptied. */
  reached: Reached[] = [];
  readonly #memo: Memo = new Map();
  /** Calls of the file's own functions that are being followed, innermost last. */
  readonly #frames: Frame[] = [];
  #depth = 0;
  #steps = 0;

  constructor(scopes: Scopes, text: string) {
    this.scopes = scopes;
    this.facts = createFacts(scopes.names, text);
  }

  trace(node: Expression, path: Path = none): Verdict {
    if (this.#depth > maxDepth || this.#steps++ > maxSteps) return 'unknown';
    const memo = this.#frames.at(-1)?.memo ?? this.#memo;
    const verdicts = memo.get(node) ?? new Map<string, Verdict>();
    const key = path.join('\0');
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    memo.set(node, verdicts.set(key, 'unknown'));
    const reachedBefore = this.reached.length;
    this.#depth++;
    const verdict = this.#judge(node, path);
    this.#depth--;
    // what reached a parameter must be asked again for every sink
    if (this.reached.length > reachedBefore) verdicts.delete(key);
    else verdicts.set(key, verdict);
    return verdict;
  }

  any(nodes: Iterable<Expression>, path: Path = none): Verdict {
    return joinVerdicts([...nodes].map((node) => this.trace(node, path)));
  }

  /** What a function of the file gives back to a call of it. */
  traceReturns(owner: FunctionDefinition, path: Path, call: Call): Verdict {
    if (this.#frames.length >= 2 || this.#frames.some((frame) => frame.owner === owner)) return 'unknown';
    const returned = this.scopes.getReturns(owner);
    this.#frames.push({ owner, call, memo: new Map() });
    const verdict = returned.length === 0 ? 'unknown' : this.any(returned, path);
    this.#frames.pop();
    return verdict;
  }

  /** The function of this file that a callee names. */
  resolveFunction(callee: Expression): FunctionDefinition | undefined {
    if (callee.type === 'Attribute') return callee.object.type === 'Name' ? this.scopes.getMethod(callee.object, callee.name) : undefined;
    const definition = callee.type === 'Name' ? this.scopes.getBinding(callee)?.definition : undefined;
    return definition?.type === 'Function' ? definition : undefined;
  }

  /** Text that an expression always has, also through a constant. */
  getText(node: Expression): string | undefined {
    if (node.type !== 'Name') return getText(node);
    const sources = this.scopes.getBinding(node)?.sources ?? [];
    return sources.length === 1 && sources[0]?.path.length === 0 ? getText(sources[0].expression) : undefined;
  }

  #judge(node: Expression, path: Path): Verdict {
    switch (node.type) {
      case 'Name':
        return this.#traceName(node, path);
      case 'Attribute':
        return this.#traceMember(node, node.name, path);
      case 'Subscript':
        return this.#traceSubscript(node, path);
      case 'Call':
        return traceCall(this, node, path);
      case 'Str':
        return this.#traceString(node, path);
      case 'Operation':
        return this.#traceOperation(node, path);
      case 'Conditional':
        return this.any([node.body, node.otherwise], path);
      case 'Sequence':
        return this.#traceSequence(node, path);
      case 'Dict':
        return this.#traceDict(node, path);
      case 'Comprehension':
        return this.#traceComprehension(node, path);
      case 'Named':
        return this.trace(node.value, path);
      case 'Wrapped':
        return node.keyword === 'yield' ? 'unknown' : this.trace(node.value, path);
      default:
        return 'clean';
    }
  }

  #traceString(node: Expression & { readonly type: 'Str' }, path: Path): Verdict {
    if (path.length > 0) return 'clean';
    if (node.fields.length > 0) return this.any(node.fields.map(({ value }) => value));
    return judgeLiteral(getText(node) ?? '');
  }

  #traceName(node: Name, path: Path): Verdict {
    const binding = this.scopes.getBinding(node);
    if (path.length === 0 && isSafeName(node.id)) return 'clean';
    const verdict = binding === undefined ? 'unknown' : this.#traceBinding(binding, node, path);
    if (isTaint(verdict)) return verdict.severity === 'low' && path.length === 0 ? (judgeName(node.id) ?? verdict) : verdict;
    return verdict === 'clean' ? verdict : judgeNames(node.id, path, this.facts);
  }

  #traceBinding(binding: Binding, use: Name, path: Path): Verdict {
    if (binding.imported !== undefined) return getQualifiedName(use, this.scopes) === 'os.environ' ? judgeEnvironment(path) : 'unknown';
    if (binding.definition !== undefined && binding.sources.length === 0) return 'clean';
    if (path.length === 0 && isHarmlessType(binding.annotation)) return 'clean';
    const written = this.#traceWrites(binding, use, path);
    if (isTaint(written)) return written;
    const sources = this.scopes.getReaching(use, binding);
    const verdicts = sources.map((source) => this.#traceSource(source, path));
    const isReplaced = sources.some(({ isAdded, blocks }) => !isAdded && blocks.length === 0);
    if (binding.parameter !== undefined && !isReplaced) verdicts.push(this.#traceParameter(binding.parameter, path));
    return verdicts.length === 0 ? 'unknown' : joinVerdicts(verdicts);
  }

  #traceSource({ expression, path: place }: Source, path: Path): Verdict {
    return this.trace(expression, place.length === 0 ? path : [...place, ...path]);
  }

  /** What was put below the value before it is used; a key whose value says nothing is judged by its name. */
  #traceWrites({ writes }: Binding, use: Name, path: Path): Verdict {
    const verdicts: Verdict[] = [];
    for (const { path: place, value, offset } of writes) {
      const isSame = place.slice(0, path.length).every((step, index) => step === path[index] || isElement(step) || isElement(path[index] ?? ''));
      if (!isSame || offset > use.range[0]) continue;
      const verdict = this.trace(value, path.slice(place.length));
      const named = verdict === 'unknown' && place.length > path.length ? judgeName(place.at(-1) ?? '', place.slice(0, -1)) : undefined;
      verdicts.push(named ?? verdict);
    }
    return joinVerdicts(verdicts);
  }

  #traceParameter({ owner, index, node }: NonNullable<Binding['parameter']>, path: Path): Verdict {
    const depth = this.#frames.findLastIndex((frame) => frame.owner === owner);
    if (depth >= 0) return this.#traceArgument(depth, index, node.name, path);
    if (node.star === '**' && path.length === 0) return 'clean';
    this.reached.push({ owner, index, path });
    return 'unknown';
  }

  /** The argument of the call that is being followed; it stands outside of the function. */
  #traceArgument(depth: number, index: number, name: string, path: Path): Verdict {
    const inner = this.#frames.splice(depth);
    const frame = inner[0];
    const argument = frame === undefined ? undefined : getArgument(frame.call, index - getShift(frame.call, frame.owner), name);
    const verdict = argument === undefined ? 'unknown' : this.trace(argument, path);
    this.#frames.push(...inner);
    return verdict;
  }

  #traceSubscript(node: Subscript, path: Path): Verdict {
    if (node.index.type === 'Slice') return isGlimpse(node.index) ? 'clean' : this.trace(node.object, path);
    return this.#traceMember(node, this.#getStep(node.index), path);
  }

  #getStep(index: Expression): string {
    if (index.type === 'Constant' && /^\d+$/u.test(index.text)) return index.text;
    if (index.type === 'Operation') return '*';
    return this.getText(index) ?? '?';
  }

  #traceMember(node: Attribute | Subscript, step: string, path: Path): Verdict {
    if (node.type === 'Attribute' && getQualifiedName(node, this.scopes) === 'os.environ') return judgeEnvironment(path);
    if (path.length === 0 && isSafeName(step)) return 'clean';
    const member = node.type === 'Attribute' && node.object.type === 'Name' ? this.#traceSelf(node.object, step, path) : 'unknown';
    if (member !== 'unknown') return member;
    const verdict = this.trace(node.object, [step, ...path]);
    if (isTaint(verdict) && verdict.severity === 'low' && path.length === 0) return judgeName(step) ?? verdict;
    // a call or a list in front has no name of its own to join
    return verdict === 'unknown' && !rooted.has(node.object.type) ? judgeNames(undefined, [step, ...path], this.facts) : verdict;
  }

  #traceSelf(self: Name, name: string, path: Path): Verdict {
    const sources = this.scopes.getMember(self, name);
    return sources === undefined || sources.length === 0 ? 'unknown' : joinVerdicts(sources.map(({ expression }) => this.trace(expression, path)));
  }

  /** `+` and `%` put texts together, `or` and `and` choose; comparisons and `not` tell little. */
  #traceOperation({ operators, operands }: Operation, path: Path): Verdict {
    const [operator] = operators;
    if (operator === 'or') return this.any(operands, path);
    if (operator === 'and') return this.any(operands.slice(-1), path);
    if (operator === '|' || (operator === '+' && operands.length > 1)) return this.any(operands, path);
    return (operator === '%' || operator === '*') && path.length === 0 ? this.any(operands) : 'clean';
  }

  #traceSequence({ elements }: Sequence, [step, ...below]: Path): Verdict {
    if (step !== undefined && !isElement(step)) return 'clean';
    const element = step !== undefined && /^\d+$/u.test(step) ? elements[Number(step)] : undefined;
    return element === undefined ? this.any(elements, below) : this.trace(element, below);
  }

  #traceDict({ entries }: Dict, path: Path): Verdict {
    const [step, ...below] = path;
    const verdicts: Verdict[] = [];
    // later entries win, so they are read first
    for (const entry of entries.toReversed()) {
      const key = entry.key === undefined ? undefined : this.getText(entry.key);
      if (entry.key === undefined) verdicts.push(this.trace(entry.value, path));
      else if (step === undefined || step === '?' || key === undefined || key === step) verdicts.push(this.#traceEntry(entry, key, below));
      if (key !== undefined && key === step) break;
    }
    return joinVerdicts(verdicts);
  }

  #traceEntry({ value }: Entry, key: string | undefined, below: Path): Verdict {
    const verdict = this.trace(value, below);
    return verdict === 'unknown' && key !== undefined && below.length === 0 ? judgeProperty(key) : verdict;
  }

  #traceComprehension({ key, element }: Comprehension, [, ...below]: Path): Verdict {
    const verdict = this.trace(element, below);
    // a dict of any names, such as that of the parameters below a path
    return key !== undefined && verdict === 'unknown' ? 'clean' : verdict;
  }
}

/** Whether the names in front of a member have been judged with it. */
const rooted: ReadonlySet<string> = new Set(['Name', 'Attribute', 'Subscript']);

/** `self` is no argument of a call of a method. */
export const getShift = (call: Call, owner: FunctionDefinition | Lambda): number =>
  call.callee.type === 'Attribute' && owner.type === 'Function' && /^(?:self|cls)$/u.test(owner.parameters[0]?.name ?? '') ? 1 : 0;

/** The argument that a parameter gets. */
export function getArgument(call: Call, position: number, name: string): Expression | undefined {
  const named = call.arguments.find((argument) => argument.name === name);
  if (named !== undefined) return named.value;
  const positional = call.arguments.slice(0, position + 1);
  return positional.every((argument) => argument.name === undefined && argument.star === undefined) ? positional[position]?.value : undefined;
}

/** A few characters at an end of a text: `[:4]`, `[-4:]`. */
function isGlimpse({ lower, upper, step }: Slice): boolean {
  if (step !== undefined) return false;
  const from = lower === undefined ? 0 : getNumber(lower);
  const to = upper === undefined ? undefined : getNumber(upper);
  if (from === undefined || (upper !== undefined && to === undefined)) return true;
  if (to === undefined) return from < 0 && from >= -8;
  return to < 0 ? false : to - Math.max(from, 0) <= 8;
}

function getNumber(node: Expression): number | undefined {
  if (node.type === 'Constant' && /^\d+$/u.test(node.text)) return Number(node.text);
  if (node.type !== 'Operation' || node.operators[0] !== '-' || node.operands.length !== 1 || node.operands[0] === undefined) return undefined;
  const value = getNumber(node.operands[0]);
  return value === undefined ? undefined : -value;
}
