import type { TSESTree } from '@typescript-eslint/utils';
import type { Problem } from '../core/problem.ts';
import type { Reference } from '../core/reference.ts';
import { getValue, toList, type Tree } from '../core/tree.ts';
import { noReferences, type FoundReferences } from '../references/found.ts';
import { mayRefer } from '../references/may-refer.ts';
import { markOptional } from '../references/optional.ts';
import { findScriptReferences } from '../shell/references.ts';
import { toLiteralTree } from './literal-tree.ts';
import { readConstruct } from './reference-constructs.ts';
import { getMethod, type Method } from './reference-methods.ts';
import { readName } from './reference-name.ts';
import { analyzeScopes, type Call, type Scopes } from './scope.ts';
import { getKey, getLastName, unwrap } from './syntax.ts';

/** Needs `range` on every node of `program`; `text` is its source. */
export function findReferences(program: TSESTree.Program, text: string): FoundReferences {
  if (!mayRefer(text)) return noReferences;
  const scopes = analyzeScopes(program);
  const reading: Reading = { scopes, text, helpers: new Map() };
  const references: Reference[] = [];
  const problems: Problem[] = [];
  for (const call of scopes.calls) {
    const construct = readConstruct(call, scopes, text);
    if (construct !== undefined) {
      references.push(...construct.references);
      problems.push(...construct.problems);
      continue;
    }
    const script = readScript(call, text);
    references.push(...script.references);
    problems.push(...script.problems);
    const method = getMethod(call, scopes);
    if (method !== undefined) references.push(...readCall(call, method, reading));
  }
  if (reading.helpers.size > 0) for (const call of scopes.calls) references.push(...readForwarded(call, reading));
  return { references: markOptional(dropTwins(references), text), problems };
}

/** `execSync('aws ssm get-parameter …')`: the command as it is written, escapes and all. */
function readScript(call: Call, text: string): FoundReferences {
  const [command] = call.arguments;
  if (command === undefined || !/^(?:exec|execSync|spawn|spawnSync|execa|execaCommand|execaCommandSync|shell|system)$/u.test(getLastName(call.callee) ?? '')) return noReferences;
  const node = unwrap(command);
  const isText = (node.type === 'Literal' && typeof node.value === 'string') || node.type === 'TemplateLiteral';
  return isText ? findScriptReferences(text, [node.range[0] + 1, node.range[1] - 1]) : noReferences;
}

interface Reading {
  readonly scopes: Scopes;
  readonly text: string;
  /** Local functions that hand a parameter on as the name. */
  readonly helpers: Map<TSESTree.Node, Forwarded[]>;
}

interface Forwarded {
  readonly index: number;
  readonly method: Method;
  readonly decryption: Reference['decryption'];
}

function readCall(call: Call, method: Method, reading: Reading): Reference[] {
  const input = call.arguments[method.argument];
  if (input === undefined || input.type === 'SpreadElement') return [];
  const options = method.key === undefined ? call.arguments[method.argument + 1] : input;
  const decryption = readDecryption(options, method, reading);
  const names = method.key === undefined ? [input] : findProperties(input, method.key, reading.scopes);
  const correction = decryption === 'absent' ? getCorrection(options, method, reading.text) : undefined;
  return names.flatMap((name) => {
    noteForwarded(name, { method, decryption }, reading);
    return toReferences(name, method, { decryption, scopes: reading.scopes, text: reading.text, ...(correction === undefined ? {} : { correction }) });
  });
}

interface Facts {
  readonly decryption: Reference['decryption'];
  readonly scopes: Scopes;
  readonly text: string;
  readonly correction?: NonNullable<Reference['correction']>;
}

/** Each text that a name, or a list of names, can be. */
function toReferences(expression: TSESTree.Node, method: Method, { decryption, scopes, text, correction }: Facts): Reference[] {
  const tree = toLiteralTree(expression, scopes);
  return getNames(tree, method).flatMap((item) => {
    const name = readName(item, text);
    if (name === undefined) return [];
    const isPath = method.action === 'ssm:GetParametersByPath';
    const more = correction === undefined ? {} : { correction };
    return [{ service: method.service, ...name, action: method.action, reader: 'program' as const, takes: 'any' as const, decryption, isPath, ...more }];
  });
}

/** A list of names, the keys of `{ '/a': options }`, the values of `{ a: '/a' }`, or a single one. */
function getNames(tree: Tree, { key }: Method): readonly Tree[] {
  if (key === 'Names' || key === 'SecretIdList') return toList(tree);
  if (tree.kind !== 'map') return [tree];
  if (key === 'fetchData') return tree.entries.map(({ value }) => value);
  return tree.entries.map((entry) => ({ kind: 'scalar', style: 'plain', text: entry.key, range: entry.keyRange, outer: entry.keyRange, content: entry.keyRange, isString: true }));
}

function readDecryption(options: TSESTree.Node | undefined, { decrypt }: Method, { scopes }: Reading): Reference['decryption'] {
  if (decrypt === 'always') return 'present';
  if (options === undefined) return 'absent';
  const tree = toLiteralTree(options, scopes);
  if (tree.kind !== 'map' || tree.entries.some(({ key }) => key === '...')) return 'unknown';
  const value = getValue(tree, decrypt);
  if (value === undefined) return 'absent';
  return value.kind !== 'scalar' ? 'unknown' : value.text === 'true' ? 'present' : value.text === 'false' ? 'absent' : 'unknown';
}

/** Adds the property to an object that is written at the call and lacks it, or corrects it. */
function getCorrection(options: TSESTree.Node | undefined, { decrypt }: Method, text: string): Reference['correction'] {
  const object = options === undefined ? undefined : unwrap(options);
  if (object?.type !== 'ObjectExpression') return undefined;
  const written = object.properties.find((property) => property.type === 'Property' && getKey(property.key, property.computed) === decrypt);
  const title = `ask for the decrypted value (${decrypt}: true)`;
  if (written?.type === 'Property') return { title, edits: [{ range: written.value.range, text: 'true' }] };
  const last = object.properties.at(-1);
  if (last === undefined) return undefined;
  const line = /(?:^|\n)(?<indent>[ \t]*)$/u.exec(text.slice(0, last.range[0]))?.groups?.['indent'];
  const gap = line === undefined ? ' ' : `\n${line}`;
  return { title, edits: [{ range: [last.range[1], last.range[1]], text: `,${gap}${decrypt}: true` }] };
}

function findProperties(input: TSESTree.Node, key: string, scopes: Scopes): TSESTree.Node[] {
  const object = unwrap(input);
  const target = object.type === 'Identifier' ? getOnlyObject(object, scopes) : object;
  if (target?.type !== 'ObjectExpression') return [];
  return target.properties.flatMap((property) => (property.type === 'Property' && getKey(property.key, property.computed) === key ? [property.value] : []));
}

function getOnlyObject(name: TSESTree.Identifier, scopes: Scopes): TSESTree.Node | undefined {
  const binding = scopes.getBinding(name);
  const [source] = binding?.sources ?? [];
  return binding?.sources.length === 1 && source?.path.length === 0 && binding.parameter === undefined ? unwrap(source.expression) : undefined;
}

/** `function read(name) { … new GetParameterCommand({ Name: name }) … }` makes `read('/x')` a reference. */
function noteForwarded(name: TSESTree.Node, more: Omit<Forwarded, 'index'>, { scopes, helpers }: Reading): void {
  const node = unwrap(name);
  const parameter = node.type === 'Identifier' ? scopes.getBinding(node)?.parameter : undefined;
  if (parameter === undefined || parameter.path.length > 0) return;
  helpers.set(parameter.function, [...(helpers.get(parameter.function) ?? []), { index: parameter.index, ...more }]);
}

function readForwarded(call: Call, { helpers, scopes, text }: Reading): Reference[] {
  const called = getFunction(call.callee, scopes);
  const forwarded = called === undefined ? [] : (helpers.get(called) ?? []);
  return forwarded.flatMap(({ index, method, decryption }) => {
    const argument = call.arguments[index];
    return argument === undefined || argument.type === 'SpreadElement' ? [] : toReferences(argument, method, { decryption, scopes, text });
  });
}

function getFunction(callee: TSESTree.Node, scopes: Scopes): TSESTree.Node | undefined {
  const node = unwrap(callee);
  const binding = node.type === 'Identifier' ? scopes.getBinding(node) : undefined;
  return binding?.declaration ?? (binding?.sources.length === 1 ? binding.sources[0]?.expression : undefined);
}

function dropTwins(references: readonly Reference[]): Reference[] {
  const seen = new Set<string>();
  return references.filter(({ range, name }) => {
    const key = `${range.join('-')} ${name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
