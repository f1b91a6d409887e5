import { follow, getEntry, getValue, toList, type Tree } from '../core/tree.ts';
import type { Range } from '../core/range.ts';

/** One statement of a policy, whatever its carrier. */
export interface Statement {
  readonly effect: 'allow' | 'deny' | 'unknown';
  readonly actions: readonly Pattern[];
  readonly notActions: readonly Pattern[];
  readonly resources: readonly Pattern[];
  readonly notResources: readonly Pattern[];
  /** A principal makes it part of a resource's own policy. */
  readonly hasPrincipal: boolean;
  readonly conditions: readonly Condition[];
  /** A part is only known when the program runs, so that nothing can be said against the statement. */
  readonly isOpen: boolean;
  readonly range: Range;
}

/** An action or a resource. `text` is undefined where only the deployment knows it. */
export interface Pattern {
  readonly text: string | undefined;
  /** The value with its tag and quotes. */
  readonly range: Range;
  /** How it stands in its list, for edits. */
  readonly layout: 'single' | 'flow-item' | 'block-item';
}

export interface Condition {
  readonly operator: string;
  readonly key: string;
  /** Undefined where they are not known. */
  readonly values: readonly string[] | undefined;
}

/** Whether a text may hold a grant; cheap, for skipping parsers. */
export const mayHoldPolicy = (text: string): boolean => /resource|policies/iu.test(text) && /allow|actions|policy/iu.test(text) && /[*?]|not_?resource/iu.test(text);

/**
 * The same of a document in JSON, where actions stand where their key is: false means that none of them opens a secret, so that the
 * document need not be read for its policies.
 */
export function mayOpenSecrets(text: string): boolean {
  if (!mayHoldPolicy(text)) return false;
  if (telling.test(text)) return true;
  for (const { index, 0: key } of text.matchAll(actionKey)) {
    const start = index + key.length;
    const list = text.slice(start, start + longestList);
    const end = list.search(resourceKey);
    if ((end === -1 && start + longestList < text.length) || wideAction.test(end === -1 ? list : list.slice(0, end))) return true;
  }
  return false;
}

/** Services that hold secrets, and policies that are known by a name. */
const telling = /ssm|systems?manager|secrets?-?manager|kms|not_?action|managed|AdministratorAccess|PowerUser|ReadOnly|FullAccess/iu;
const actionKey = /actions?\\?["']\s{0,40}:/giu;
const resourceKey = /resources?\\?["']\s{0,40}:/iu;
/** A text with a wildcard before its colon. */
const wideAction = /["'][^"':*?]{0,60}[*?]/u;
const longestList = 20_000;

/**
 * Reads a statement from a map with the keys of the policy grammar (IAM user guide, "Grammar of the IAM JSON policy
 * language") or of CDK's `PolicyStatementProps`; undefined where the map is none.
 */
export function readStatement(tree: Tree, { defaultEffect }: { defaultEffect?: 'allow' } = {}): Statement | undefined {
  const actions = readPatterns(tree, 'Action', 'actions');
  const notActions = readPatterns(tree, 'NotAction', 'notActions');
  const resources = readPatterns(tree, 'Resource', 'resources');
  const notResources = readPatterns(tree, 'NotResource', 'notResources');
  const effect = readEffect(tree) ?? defaultEffect;
  if (effect === undefined || actions.length + notActions.length === 0) return undefined;
  return {
    effect,
    actions,
    notActions,
    resources,
    notResources,
    hasPrincipal: getEntry(tree, 'Principal', 'NotPrincipal', 'principals', 'notPrincipals') !== undefined,
    conditions: readConditions(getValue(tree, 'Condition', 'conditions')),
    isOpen: hasUnknownPart(tree),
    range: tree.range,
  };
}

/** Actions and resources, one or a list. */
export function readPatterns(tree: Tree, ...keys: readonly string[]): Pattern[] {
  const value = getEntry(tree, ...keys)?.value;
  return value === undefined ? [] : toPatterns(value, 'single');
}

/** The text of a value with the intrinsic functions of CloudFormation; parts that only the deployment knows are `${…}`. */
export function readText(tree: Tree | undefined): string | undefined {
  const node = follow(tree);
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node.tag === undefined || node.tag === '!Sub' ? node.text : readCall(node.tag.slice(1), node);
  if (node.kind === 'list') return node.tag === undefined ? undefined : readCall(node.tag.slice(1), node);
  if (node.kind !== 'map' || node.entries.length !== 1) return undefined;
  const [entry] = node.entries;
  return entry === undefined ? undefined : readCall(entry.key.replace(/^Fn::/u, ''), entry.value);
}

function readEffect(tree: Tree): Statement['effect'] | undefined {
  const value = getValue(tree, 'Effect', 'effect');
  if (value === undefined) return undefined;
  const text = readText(value)?.toLowerCase();
  return text === 'allow' || text === 'deny' ? text : 'unknown';
}

/** An alias of a text is a place of its own; the items of a list stand where they are written. */
function toPatterns(tree: Tree, layout: Pattern['layout']): Pattern[] {
  const node = follow(tree) ?? tree;
  const branches = readBranches(node);
  if (branches !== undefined) return branches.flatMap((branch) => toPatterns(branch, 'single'));
  if (node.kind === 'list' && node.tag === undefined) return node.items.flatMap((item) => toPatterns(item, node.isFlow ? 'flow-item' : 'block-item'));
  return [{ text: readText(node), range: tree.outer, layout }];
}

/** Both values of `Fn::If` count. */
function readBranches(node: Tree): readonly Tree[] | undefined {
  if (node.kind === 'list') return node.tag === '!If' ? node.items.slice(1) : undefined;
  const call = getValue(node, 'Fn::If');
  return call?.kind === 'list' ? call.items.slice(1) : undefined;
}

function readCall(name: string, argument: Tree): string | undefined {
  if (name === 'Sub') return argument.kind === 'list' ? readText(argument.items[0]) : argument.kind === 'scalar' ? argument.text : readText(argument);
  if (name === 'Join') return readJoin(argument);
  if (name !== 'Ref' && name !== 'GetAtt' && name !== 'ImportValue' && name !== 'Select') return undefined;
  return `\${${argument.kind === 'scalar' ? argument.text.replace(/[${}]/gu, '') : name}}`;
}

function readJoin(argument: Tree): string | undefined {
  if (argument.kind !== 'list') return undefined;
  const separator = readText(argument.items[0]);
  const parts = follow(argument.items[1]);
  if (separator === undefined || parts?.kind !== 'list' || parts.tag !== undefined) return undefined;
  return parts.items.map((part) => readText(part) ?? '${part}').join(separator);
}

function readConditions(tree: Tree | undefined): Condition[] {
  if (tree?.kind !== 'map') return [];
  return tree.entries.flatMap(({ key: operator, value }) => {
    const tests = follow(value);
    if (tests?.kind !== 'map') return [];
    return tests.entries.map((test) => ({ operator, key: test.key, values: readValues(test.value) }));
  });
}

function readValues(tree: Tree): readonly string[] | undefined {
  const texts = toList(tree).map(readText);
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** A spread, or a condition or a list of excepted actions that is not written here, may narrow the grant. */
function hasUnknownPart(tree: Tree): boolean {
  const condition = getValue(tree, 'Condition', 'conditions');
  if (condition !== undefined && (condition.kind !== 'map' || isIntrinsic(condition))) return true;
  if (follow(tree)?.kind === 'map' && getEntry(tree, '...') !== undefined) return true;
  return readPatterns(tree, 'NotAction', 'notActions').some(({ text }) => text === undefined);
}

const isIntrinsic = (tree: Tree): boolean => tree.kind === 'map' && tree.entries.some(({ key }) => key.startsWith('Fn::') || key === '...');
