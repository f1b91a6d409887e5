import type { TSESTree } from '@typescript-eslint/utils';
import type { Problem } from '../core/problem.ts';
import { getEntry, type MapTree, type Tree } from '../core/tree.ts';
import { readPatterns, readStatement, type Pattern, type Statement } from '../iam/policy.ts';
import { judgeStatement } from '../iam/verdict.ts';
import { toLiteralTree } from './literal-tree.ts';
import { analyzeScopes, type Binding, type Scopes } from './scope.ts';
import { getDottedPath, getKey, getLastName, getStaticText } from './syntax.ts';
import { mayHoldPolicy } from './may-hold-policy.ts';
import { walk, type Node } from './walk.ts';

/**
 * Grants on every secret in CDK statements, in policies written as objects (also within `JSON.stringify` and SDK calls), and in
 * what is added to a statement later in the file.
 */
export function findWildcardGrants(program: TSESTree.Program, text: string): Problem[] {
  if (!mayHoldPolicy(text)) return [];
  return dropRepeated(findStatements(program).flatMap(({ statement }) => judgeStatement(statement, getCarrier(statement))));
}

/** Statements with the names of what is around them. */
export function findStatements(program: TSESTree.Program): { readonly statement: Statement; readonly names: readonly string[] }[] {
  const scopes = analyzeScopes(program);
  const found: { statement: Statement; names: readonly string[] }[] = [];
  walk(program, (node, ancestors) => {
    const statement = readNode(node, ancestors, scopes);
    if (statement !== undefined && !isNoGrant(node, ancestors)) found.push({ statement, names: [...ancestors, node].flatMap(getNames) });
    return undefined;
  });
  return found;
}

/** `taskDefinition.executionRole.addToPolicy` too. */
const getNames = (node: Node): string[] => [getOuterName(node), getConstructId(node), ...(node.type === 'CallExpression' ? (getDottedPath(node.callee) ?? []) : [])].filter((name) => name !== undefined);

function readNode(node: Node, ancestors: readonly Node[], scopes: Scopes): Statement | undefined {
  if (node.type === 'NewExpression' && getLastName(node.callee) === 'PolicyStatement') return readPolicyStatement(node, ancestors, scopes);
  if (node.type !== 'ObjectExpression' || isStatementArgument(node, ancestors.at(-1))) return undefined;
  return readPlainObject(node, scopes);
}

/** `new PolicyStatement(props)` allows where it does not say otherwise (`PolicyStatementProps` of aws-cdk-lib). */
function readPolicyStatement(node: TSESTree.NewExpression, ancestors: readonly Node[], scopes: Scopes): Statement | undefined {
  const [props] = node.arguments;
  const tree = props === undefined ? emptyMap(node) : toLiteralTree(props, scopes);
  if (tree.kind !== 'map') return undefined;
  const binding = getConstant(node, ancestors, scopes);
  const additions = binding === undefined ? [] : getAdditions(binding, scopes);
  return readStatement(additions.length === 0 ? tree : addEntries(tree, additions), { defaultEffect: 'allow' });
}

const emptyMap = ({ range }: Node): MapTree => ({ kind: 'map', range, outer: range, isFlow: true, entries: [] });

function getConstant(node: Node, ancestors: readonly Node[], scopes: Scopes): Binding | undefined {
  const holder = ancestors.findLast(({ type }) => !type.startsWith('TS') && type !== 'ChainExpression');
  return holder?.type === 'VariableDeclarator' && holder.init?.range[0] === node.range[0] && holder.id.type === 'Identifier' ? scopes.getBinding(holder.id) : undefined;
}

/** What `statement.addActions('ssm:GetParameter')` and its kin add. */
function getAdditions(binding: Binding, scopes: Scopes): { readonly key: string; readonly values: Tree }[] {
  return scopes.calls.flatMap((call) => {
    if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || call.callee.object.type !== 'Identifier') return [];
    if (call.callee.object.name !== binding.name || scopes.getBinding(call.callee.object) !== binding) return [];
    const key = getAddedKey(getKey(call.callee.property, call.callee.computed) ?? '');
    return key === undefined ? [] : [{ key, values: readArguments(call, key, scopes) }];
  });
}

function getAddedKey(method: string): string | undefined {
  if (/^add\w*Principals?$|^addAwsAccountPrincipal$/u.test(method)) return 'principals';
  return addedKeys.get(method);
}

const addedKeys: ReadonlyMap<string, string> = new Map([
  ['addActions', 'actions'],
  ['addAllResources', 'resources'],
  ['addCondition', '...'],
  ['addConditions', 'conditions'],
  ['addNotActions', 'notActions'],
  ['addNotResources', 'notResources'],
  ['addResources', 'resources'],
  ['addSourceAccountCondition', '...'],
]);

function readArguments(call: TSESTree.CallExpression, key: string, scopes: Scopes): Tree {
  const { range } = call;
  const [first] = call.arguments;
  if (key === 'conditions' && first !== undefined) return toLiteralTree(first, scopes);
  const isAll = getLastName(call.callee) === 'addAllResources';
  const star: Tree = { kind: 'scalar', range, outer: range, style: 'plain', content: range, text: '*', isString: true };
  const items = call.arguments.flatMap((argument): readonly Tree[] => {
    const tree = toLiteralTree(argument.type === 'SpreadElement' ? argument.argument : argument, scopes);
    return tree.kind === 'list' ? tree.items : [tree];
  });
  return { kind: 'list', range, outer: range, isFlow: true, items: isAll ? [star] : items };
}

function addEntries(tree: MapTree, additions: readonly { readonly key: string; readonly values: Tree }[]): MapTree {
  const entries = [...tree.entries];
  for (const { key, values } of additions) {
    const known = entries.findIndex((entry) => entry.key === key);
    const before = entries[known]?.value;
    const value = before?.kind === 'list' && values.kind === 'list' ? { ...before, items: [...before.items, ...values.items] } : values;
    if (known >= 0) entries.splice(known, 1);
    entries.push({ key, keyRange: values.range, value });
  }
  return { ...tree, entries };
}

/** The object of a CDK statement is read with its call; the one of `fromJson` has the keys of a policy and stands for itself. */
const isStatementArgument = (node: Node, parent: Node | undefined): boolean =>
  parent?.type === 'NewExpression' && parent.arguments.some((argument) => argument === node) && getLastName(parent.callee) === 'PolicyStatement';

/** `{ Effect, Action, Resource }`, or lists of `actions` and `resources` as infrastructure frameworks take them. */
function readPlainObject(node: TSESTree.ObjectExpression, scopes: Scopes): Statement | undefined {
  const names = new Set(node.properties.map((property) => (property.type === 'Property' ? getKey(property.key, property.computed) : '...')));
  const isPolicy = names.has('Effect') || names.has('effect');
  const isPermission = names.has('actions') && names.has('resources');
  if (!isPolicy && !isPermission && !names.has('...')) return undefined;
  const tree = toLiteralTree(node, scopes);
  if (getEntry(tree, 'Effect') !== undefined) return readStatement(tree);
  const isAws = readPatterns(tree, 'actions', 'notActions').some(({ text }) => /^[a-z\d-]+:[\w*?]+$/iu.test(text ?? ''));
  return isAws && (isPolicy || isPermission) ? readStatement(tree, { defaultEffect: 'allow' }) : undefined;
}

/** Policies of resources, trust policies, boundaries and session policies grant nothing by themselves. */
function isNoGrant(node: Node, ancestors: readonly Node[]): boolean {
  return [...ancestors, node].some((outer) => {
    const name = getOuterName(outer);
    return (name !== undefined && noGrantName.test(name)) || /boundary/iu.test(getConstructId(outer) ?? '');
  });
}

/** `new ManagedPolicy(this, 'Boundary', …)` */
function getConstructId(node: Node): string | undefined {
  const id = node.type === 'NewExpression' ? node.arguments[1] : undefined;
  return id === undefined ? undefined : getStaticText(id);
}

const noGrantName =
  /boundar(?:y|ies)|^(?:key|bucket|queue|topic|assumeRole|trust|trustRelationship|resource|resourceBased)_?policy(?:document)?$|^serviceControl|_?scp$|^scp_?|^addToResourcePolicy$|^AssumeRole\w*Command$|^assumeRole\w*$|^GetFederationTokenCommand$|^getFederationToken$|^PutKeyPolicyCommand$|^(?:Cfn)?BucketPolicy$|^CfnKey$|^CfnResourcePolicy$/iu;

function getOuterName(node: Node): string | undefined {
  if (node.type === 'Property' || node.type === 'PropertyDefinition') return getKey(node.key, node.computed);
  if (node.type === 'VariableDeclarator') return node.id.type === 'Identifier' ? node.id.name : undefined;
  return node.type === 'CallExpression' || node.type === 'NewExpression' ? getLastName(node.callee) : undefined;
}

/** An edit needs a literal at the place: a constant may serve others. */
function getCarrier(statement: Statement): { format: 'javascript'; refusal?: string } {
  const isElsewhere = statement.resources.some(({ range }) => !isWithin(range, statement.range));
  return isElsewhere ? { format: 'javascript', refusal: 'The resource is written in another place than the statement: name the exact ARNs there by hand.' } : { format: 'javascript' };
}

const isWithin = (range: Pattern['range'], outer: Pattern['range']): boolean => range[0] >= outer[0] && range[1] <= outer[1];

/** A constant object that is spread into others is read with each of them. */
function dropRepeated(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  const kept = problems.filter(({ range: [start, end] }) => {
    const place = `${String(start)}:${String(end)}`;
    return !seen.has(place) && seen.add(place);
  });
  return kept.sort((a, b) => a.range[0] - b.range[0]);
}
