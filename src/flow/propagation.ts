import type { TSESTree } from '@typescript-eslint/utils';
import type { Path } from '../ecmascript/pattern.ts';
import type { Binding, Parameter, Scopes, Source, Write } from '../ecmascript/scope.ts';
import { type FunctionNode, getKey, getLastName, getStaticText, isFunction, unwrap } from '../ecmascript/syntax.ts';
import type { Node } from '../ecmascript/walk.ts';
import { judgeResult, readAwsType } from './aws.ts';
import { traceCall, traceCallbackParameter, traceNew } from './calls.ts';
import { judgeLiteral, judgeType } from './literals.ts';
import { isElement, isMetadataName, isSafeName, judgeName } from './names.ts';
import { getReturned } from './returns.ts';
import { constructLibrary, createFacts, type FileFacts, isOtherName, isSecretHeader, judgeEnvironment, judgeNames, toHeader } from './sources.ts';
import { isTaint, joinVerdicts, type Taint, type Verdict } from '../core/taint.ts';

/** A parameter that a value was followed to, and the part of it. */
export interface Reached {
  readonly function: FunctionNode;
  readonly index: number;
  readonly path: Path;
}

interface Answer {
  readonly verdict: Verdict;
  readonly reached: readonly Reached[];
}

type Answers = Map<Node, Map<string, Answer>>;

const none: Path = [];
const maxDepth = 60;
const maxPath = 7;
/** For one printed expression; real ones need tens. */
const maxSteps = 500;

/**
 * Asks of any expression whether it, or the part of its value at a path, holds a secret. It walks backwards from the
 * place where the value is printed, so only what is printed is ever looked at.
 */
export class Tracer {
  readonly scopes: Scopes;
  readonly facts: FileFacts;
  readonly text: string;
  /** Parameters of local functions that gave no answer, since it was last emptied. */
  reached = new Set<Reached>();
  readonly #answers: Answers = new Map();
  /** Calls of local functions that are being followed, innermost last; each has answers of its own. */
  readonly #frames: { readonly function: FunctionNode; readonly call: TSESTree.CallExpression; readonly answers: Answers }[] = [];
  readonly #active = new Map<Binding, number>();
  #depth = 0;
  #steps = 0;

  constructor(scopes: Scopes, text: string) {
    this.scopes = scopes;
    this.text = text;
    this.facts = createFacts(scopes.names, text);
  }

  /** `omitted`: properties that were taken out of the value. */
  trace(expression: Node, path: Path = none, omitted: Path = none): Verdict {
    const node = unwrap(expression);
    if (node.type === 'Literal') return judgeLiteral(node.value);
    if (this.#depth === 0) this.#steps = 0;
    // lists that are linked to themselves have no end
    if (this.#depth > maxDepth || path.length > maxPath || this.#steps > maxSteps) return 'unknown';
    const { answers } = this.#frames.at(-1) ?? { answers: this.#answers };
    const key = path.length === 0 && omitted.length === 0 ? '' : `${path.join('\0')}\n${omitted.join('\0')}`;
    const known = answers.get(node)?.get(key);
    if (known !== undefined) {
      for (const reached of known.reached) this.reached.add(reached);
      return known.verdict;
    }
    return this.#answer(node, path, omitted, getOrAdd(answers, node), key);
  }

  any(expressions: Iterable<Node>, path: Path = none): Verdict {
    return joinVerdicts([...expressions].map((expression) => this.trace(expression.type === 'SpreadElement' ? expression.argument : expression, path)));
  }

  /** What a function gives back, at a path; with a call, its arguments stand for the parameters. */
  traceReturns(called: FunctionNode, path: Path, call?: TSESTree.CallExpression): Verdict {
    if (this.#frames.length >= 2 || this.#frames.some((frame) => frame.function === called)) return 'unknown';
    if (call !== undefined) this.#frames.push({ function: called, call, answers: new Map() });
    const returned = getReturned(called);
    const verdict = returned.length === 0 ? 'clean' : this.any(returned, path);
    if (call !== undefined) this.#frames.pop();
    return verdict;
  }

  /** The function of this file that a callee names. */
  resolveFunction(expression: Node): FunctionNode | undefined {
    const callee = unwrap(expression);
    if (isFunction(callee)) return callee;
    if (callee.type === 'MemberExpression') return callee.object.type === 'ThisExpression' ? this.#findMethod(callee) : undefined;
    const binding = callee.type === 'Identifier' ? this.scopes.getBinding(callee) : undefined;
    if (binding?.declaration !== undefined) return isFunction(binding.declaration) ? binding.declaration : undefined;
    const [source] = binding?.sources ?? [];
    const value = source?.path.length === 0 && binding?.sources.length === 1 && binding.parameter === undefined ? unwrap(source.expression) : undefined;
    if (value !== undefined && isFunction(value)) return value;
    // const load = useCallback(async () => …), memoize(() => …)
    const inner = value?.type === 'CallExpression' && value.arguments[0] ? unwrap(value.arguments[0]) : undefined;
    return inner !== undefined && isFunction(inner) ? inner : undefined;
  }

  /** Text that an expression always has, also through a constant. */
  getText(expression: Node): string | undefined {
    const node = unwrap(expression);
    if (node.type !== 'Identifier') return getStaticText(node);
    const binding = this.scopes.getBinding(node);
    const [source] = binding?.sources ?? [];
    return binding?.sources.length === 1 && source?.path.length === 0 ? getStaticText(source.expression) : undefined;
  }

  #answer(node: Node, path: Path, omitted: Path, answers: Map<string, Answer>, key: string): Verdict {
    // asked again on the way, a variable that is made of itself adds nothing
    answers.set(key, { verdict: 'unknown', reached: [] });
    const outer = this.reached;
    this.reached = new Set();
    this.#depth++;
    this.#steps++;
    const verdict = this.#judge(node, path, omitted);
    this.#depth--;
    answers.set(key, { verdict, reached: [...this.reached] });
    for (const reached of this.reached) outer.add(reached);
    this.reached = outer;
    return verdict;
  }

  #judge(node: Node, path: Path, omitted: Path): Verdict {
    switch (node.type) {
      case 'Identifier':
        return this.#traceIdentifier(node, path, omitted);
      case 'MemberExpression':
        return this.#traceMember(node, path, omitted);
      case 'CallExpression':
        return traceCall(this, node, path, omitted);
      case 'NewExpression':
        return traceNew(this, node, path);
      case 'ObjectExpression':
        return this.#traceObject(node, path, omitted);
      case 'ArrayExpression':
        return this.#traceArray(node, path);
      case 'AwaitExpression':
        return this.trace(node.argument, path, omitted);
      case 'TemplateLiteral':
        return path.length === 0 ? this.any(node.expressions) : 'clean';
      case 'BinaryExpression':
        return node.operator === '+' && path.length === 0 ? this.any([node.left, node.right]) : 'clean';
      case 'LogicalExpression':
        return node.operator === '&&' ? this.trace(node.right, path) : this.any([node.left, node.right], path);
      case 'ConditionalExpression':
        return this.any([node.consequent, node.alternate], path);
      case 'AssignmentExpression':
        return this.#traceAssignment(node, path);
      case 'SequenceExpression':
        return this.any(node.expressions.slice(-1), path);
      case 'ThisExpression':
        return this.#traceThis(node, path);
      case 'MetaProperty':
        return judgeNames(node.meta.name, [node.property.name, ...path], this.facts);
      case 'TaggedTemplateExpression':
      case 'YieldExpression':
      case 'ImportExpression':
      case 'Super':
        return 'unknown';
      default:
        // comparisons, `!x`, `typeof x`, functions, classes, JSX
        return 'clean';
    }
  }

  #traceIdentifier(node: TSESTree.Identifier, path: Path, omitted: Path): Verdict {
    const binding = this.scopes.getBinding(node);
    if (binding === undefined) return this.#judgeGlobal(node.name, path);
    if (path.length === 0 && isSafeName(node.name)) return 'clean';
    const verdict = this.#traceOnce(binding, path, omitted);
    if (isTaint(verdict)) return path.length === 0 ? weighName(node.name, verdict) : verdict;
    if (verdict === 'clean') return verdict;
    return omitted.length > 0 && path.length === 0 ? 'unknown' : judgeNames(node.name, path, this.facts);
  }

  /** A name that is made of a part of itself, as a walk along a list, is followed three times. */
  #traceOnce(binding: Binding, path: Path, omitted: Path): Verdict {
    const times = this.#active.get(binding) ?? 0;
    if (times >= 3) return 'unknown';
    this.#active.set(binding, times + 1);
    const verdict = this.#traceBinding(binding, path, omitted);
    this.#active.set(binding, times);
    return verdict;
  }

  #judgeGlobal(name: string, path: Path): Verdict {
    if (name === 'undefined' || name === 'NaN' || name === 'Infinity') return 'clean';
    const below = name === 'globalThis' || name === 'global' ? path.slice(1) : path;
    const root = name === 'globalThis' || name === 'global' ? (path[0] ?? '') : name;
    if ((root === 'process' || root === 'Bun') && below[0] === 'env') return judgeEnvironment(below.slice(1));
    return judgeNames(name, path, this.facts);
  }

  #traceBinding(binding: Binding, path: Path, omitted: Path): Verdict {
    if (binding.kind === 'import') return judgeImport(binding, path);
    if (binding.kind === 'function' || binding.kind === 'class' || binding.kind === 'enum') return 'clean';
    const type = binding.typeAnnotation;
    const result = type && readAwsType(type, this.scopes);
    if (result !== undefined) return judgeResult(result, path, omitted);
    if (type !== undefined && judgeType(type, path, this.scopes) === 'clean') return 'clean';
    if (binding.parameter !== undefined && type === undefined && judgePatternType(binding.parameter, path, this.scopes) === 'clean') return 'clean';
    const { taint, replaced } = this.#traceWrites(binding.writes, path);
    if (isTaint(taint)) return taint;
    if (path.length > 0) return replaced.includes(path[0] ?? '') ? 'clean' : this.#traceSources(binding, path, omitted);
    return this.#traceSources(binding, path, [...omitted, ...replaced]);
  }

  #traceSources(binding: Binding, path: Path, omitted: Path): Verdict {
    const verdicts: Verdict[] = binding.sources.map((source) => this.#traceSource(source, path, omitted));
    if (binding.parameter !== undefined) verdicts.push(this.#traceParameter(binding.parameter, path, omitted));
    if (verdicts.length === 0) return 'unknown';
    return joinVerdicts(verdicts);
  }

  #traceSource({ expression, path: place, omitted: rest, operator }: Source, path: Path, omitted: Path): Verdict {
    if (operator !== '=' && operator !== '+=' && !operator.endsWith('?=') && operator !== '||=') return 'clean';
    if (path.length > 0 && rest.includes(path[0] ?? '')) return 'clean';
    return this.trace(expression, place.length === 0 ? path : [...place, ...path], path.length === 0 ? [...omitted, ...rest] : omitted);
  }

  #traceParameter({ function: owner, index, path: place, omitted: rest }: Parameter, path: Path, omitted: Path): Verdict {
    if (path.length > 0 && rest.includes(path[0] ?? '')) return 'clean';
    const whole = [...place, ...path];
    const left = path.length === 0 ? [...omitted, ...rest] : omitted;
    const depth = this.#frames.findLastIndex((frame) => frame.function === owner);
    if (depth >= 0) return this.#traceArgument(depth, index, whole, left);
    const call = this.scopes.getCallOf(owner);
    const verdict = call === undefined ? 'unknown' : traceCallbackParameter(this, call, owner, index, whole, left);
    if (verdict === 'unknown') {
      if (call === undefined) this.reached.add({ function: owner, index, path: whole });
      // the names of a pattern tell as much as members do
      return place.length === 0 ? 'unknown' : judgeNames(undefined, whole, this.facts);
    }
    return verdict;
  }

  /** The argument of the call that is being followed; it stands outside of the function. */
  #traceArgument(depth: number, index: number, path: Path, omitted: Path): Verdict {
    const inner = this.#frames.splice(depth);
    const argument = inner[0]?.call.arguments[index];
    const verdict = argument === undefined ? 'clean' : argument.type === 'SpreadElement' ? 'unknown' : this.trace(argument, path, omitted);
    this.#frames.push(...inner);
    return verdict;
  }

  #traceMember(node: TSESTree.MemberExpression, path: Path, omitted: Path): Verdict {
    const key = node.computed ? this.getText(node.property) : undefined;
    const step = key ?? getKey(node.property, node.computed) ?? '?';
    if (isMeasure(step)) return 'clean';
    if (path.length === 0 && isSafeName(step)) return 'clean';
    const verdict = this.trace(node.object, [step, ...path], omitted);
    if (isTaint(verdict) && verdict.severity === 'low' && path.length === 0) return judgeName(step) ?? verdict;
    // a call or an array in front has no name of its own to join
    return verdict === 'unknown' && !isRooted(node.object) ? judgeNames(undefined, [step, ...path], this.facts) : verdict;
  }

  #traceThis(node: TSESTree.ThisExpression, path: Path): Verdict {
    const enclosing = this.scopes.getEnclosingClass(node);
    if (enclosing === undefined || path.length === 0) return path.length === 0 ? 'unknown' : judgeNames('this', path, this.facts);
    const type = findField(enclosing, path[0] ?? '')?.typeAnnotation?.typeAnnotation;
    if (type !== undefined && judgeType(type, path.slice(1), this.scopes) === 'clean') return 'clean';
    const { taint, replaced, isCovered } = this.#traceWrites(this.scopes.getWritesToThis(enclosing), path);
    if (isTaint(taint)) return taint;
    return isCovered && (taint === 'clean' || replaced.includes(path[0] ?? '')) ? 'clean' : judgeNames('this', path, this.facts);
  }

  /** Writes to properties: those that can be read at `path`, and the properties that are deleted or overwritten with something clean. */
  #traceWrites(writes: readonly Write[], path: Path): { taint: Verdict; replaced: string[]; isCovered: boolean } {
    const verdicts: Verdict[] = [];
    const replaced: string[] = [];
    for (const { path: place, value } of writes) {
      if (!isSamePlace(place, path)) continue;
      const below = path.slice(place.length);
      const verdict = value === undefined ? 'clean' : this.trace(value, below);
      const named = verdict === 'unknown' && place.length > path.length && !isOtherName(place.at(-1) ?? '', place, this.facts) ? judgeName(place.at(-1) ?? '', place.slice(0, -1)) : undefined;
      if (verdict === 'clean' && place.length === 1 && !isElement(place[0] ?? '')) replaced.push(place[0] ?? '');
      if (place.length <= path.length || isTaint(verdict) || named !== undefined) verdicts.push(named ?? verdict);
    }
    return { taint: joinVerdicts(verdicts), replaced, isCovered: verdicts.length > 0 };
  }

  #traceObject(node: TSESTree.ObjectExpression, path: Path, omitted: Path): Verdict {
    const [step, ...below] = path;
    const verdicts: Verdict[] = [];
    // what is left out is left out of the value at the path
    const set = new Set(step === undefined ? omitted : []);
    // later properties win, so they are read first
    for (const property of node.properties.toReversed()) {
      const key = property.type === 'SpreadElement' ? undefined : getKey(property.key, property.computed);
      if (property.type === 'SpreadElement') verdicts.push(this.trace(property.argument, path, step === undefined ? [...set] : omitted));
      else if (key === undefined || !set.has(key)) {
        const isAsked = step === undefined || step === '*' || step === '?' || key === step || key === undefined;
        if (isAsked) verdicts.push(this.#traceProperty(key, property.value, below, step === undefined ? none : omitted));
        if (key !== undefined) set.add(key);
        if (key === step && key !== undefined) break;
      }
    }
    return joinVerdicts(verdicts);
  }

  #traceProperty(key: string | undefined, value: Node, below: Path, omitted: Path): Verdict {
    const verdict = this.trace(value, below, omitted);
    return verdict === 'unknown' && key !== undefined && below.length === 0 ? judgeProperty(key, this.facts) : verdict;
  }

  #traceArray(node: TSESTree.ArrayExpression, path: Path): Verdict {
    const [step, ...below] = path;
    const asked = step !== undefined && /^\d+$/u.test(step) ? [node.elements[Number(step)]] : node.elements;
    const elements = asked.filter((element) => element !== null && element !== undefined);
    if (step !== undefined && !isElement(step)) return 'clean';
    return joinVerdicts(elements.map((element) => (element.type === 'SpreadElement' ? this.trace(element.argument, path) : this.trace(element, below))));
  }

  #traceAssignment({ left, right }: TSESTree.AssignmentExpression, path: Path): Verdict {
    const verdict = this.trace(right, path);
    return verdict === 'unknown' && path.length === 0 ? judgeNames(getLastName(left), [], this.facts) : verdict;
  }

  #findMethod(callee: TSESTree.MemberExpression): FunctionNode | undefined {
    const key = getKey(callee.property, callee.computed);
    const enclosing = this.scopes.getEnclosingClass(callee);
    for (const member of enclosing?.body.body ?? []) {
      if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') continue;
      if (getKey(member.key, member.computed) === key && member.value !== null && isFunction(member.value)) return member.value;
    }
    return undefined;
  }
}

function getOrAdd(answers: Answers, node: Node): Map<string, Answer> {
  const known = answers.get(node);
  if (known !== undefined) return known;
  const added = new Map<string, Answer>();
  answers.set(node, added);
  return added;
}

/** A name that is surer than what it holds. */
function weighName(name: string, taint: Taint): Verdict {
  if (taint.severity === 'low') return judgeName(name) ?? taint;
  return taint.isByName && isMetadataName(name) ? 'clean' : taint;
}

/** What a property's name says of a value that says nothing itself. */
export function judgeProperty(key: string, facts: FileFacts): Verdict {
  if (isSafeName(key)) return 'clean';
  return isSecretHeader(key) ? toHeader(key) : judgeNames(key, [], facts);
}

function judgeImport({ imported }: Binding, path: Path): Verdict {
  if (imported === undefined) return 'unknown';
  if (/^(?:node:)?process$/u.test(imported.source)) {
    if (imported.name === 'env') return judgeEnvironment(path);
    return path[0] === 'env' ? judgeEnvironment(path.slice(1)) : 'unknown';
  }
  return constructLibrary.test(imported.source) ? 'clean' : 'unknown';
}

/** `({ token }: { token: boolean })` */
function judgePatternType({ function: owner, index, path: place }: Parameter, path: Path, scopes: Scopes): Verdict {
  const pattern = owner.params[index];
  const target = pattern?.type === 'AssignmentPattern' ? pattern.left : pattern;
  const type = target?.type === 'ObjectPattern' ? target.typeAnnotation?.typeAnnotation : undefined;
  return type === undefined ? 'unknown' : judgeType(type, [...place, ...path], scopes);
}

function findField(enclosing: TSESTree.ClassDeclaration | TSESTree.ClassExpression, name: string): TSESTree.PropertyDefinition | undefined {
  return enclosing.body.body.find((member): member is TSESTree.PropertyDefinition => member.type === 'PropertyDefinition' && getKey(member.key, member.computed) === name);
}

const isSamePlace = (place: Path, path: Path): boolean =>
  place.slice(0, path.length).every((step, index) => step === path[index] || step === '*' || path[index] === '*' || path[index] === '?');

const isMeasure = (step: string): boolean => step === 'length' || step === 'size' || step === 'byteLength';

/** Whether the names in front of a member have been judged with it. */
const isRooted = (object: Node): boolean => rooted.has(unwrap(object).type);
const rooted: ReadonlySet<string> = new Set(['MemberExpression', 'Identifier', 'ThisExpression', 'MetaProperty']);
