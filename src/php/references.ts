import type { ReadAction, Reference } from '../core/reference.ts';
import { getLastName } from './holder.ts';
import { getChild, getChildren, getContentRange, getField, getRange, getText, walkPhp, type PhpNode } from './tree.ts';

/** Parameters and secrets that a program reads with the AWS SDK for PHP. */
export function findReferences(program: PhpNode, text: string): Reference[] {
  const references: Reference[] = [];
  for (const { node } of walkPhp(program)) if (node.kind === 'call') references.push(...readCall(node, text));
  return references.sort((a, b) => a.range[0] - b.range[0]);
}

interface Operation {
  readonly service: Reference['service'];
  readonly action: ReadAction;
  /** Key of the argument that holds the name. */
  readonly key: string;
}

/** Operations of `SsmClient` and `SecretsManagerClient` (AWS SDK for PHP, API reference); `…Async` gives a promise of the same. */
const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['getParameter', { service: 'ssm', action: 'ssm:GetParameter', key: 'Name' }],
  ['getParameters', { service: 'ssm', action: 'ssm:GetParameters', key: 'Names' }],
  ['getParametersByPath', { service: 'ssm', action: 'ssm:GetParametersByPath', key: 'Path' }],
  ['getParameterHistory', { service: 'ssm', action: 'ssm:GetParameterHistory', key: 'Name' }],
  ['getSecretValue', { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', key: 'SecretId' }],
  ['batchGetSecretValue', { service: 'secretsmanager', action: 'secretsmanager:BatchGetSecretValue', key: 'SecretIdList' }],
]);

function readCall(call: PhpNode, text: string): Reference[] {
  const given = getChildren(call, 'arguments');
  const method = getLastName(getChild(call, 'what')) ?? '';
  // `getPaginator('GetParametersByPath', […])` and `getCommand`
  const isNamed = /^(?:getPaginator|getCommand|getIterator)$/u.test(method);
  const name = isNamed ? (getText(given[0]) ?? '') : method.replace(/Async$/u, '');
  const operation = operations.get(name.charAt(0).toLowerCase() + name.slice(1));
  const input = given[isNamed ? 1 : 0];
  if (operation === undefined || input?.kind !== 'array' || !/lookup$/u.test(getChild(call, 'what')?.kind ?? '')) return [];
  const value = getEntry(input, operation.key);
  if (value === undefined) return [];
  const names = value.kind === 'array' ? getChildren(value, 'items').flatMap((item) => getChild(item, 'value') ?? []) : [value];
  const more = operation.service === 'ssm' ? readDecryption(input) : ({ decryption: 'present' } as const);
  return names.flatMap((element) => {
    const found = readName(element, text);
    return found === undefined ? [] : [{ service: operation.service, ...found, action: operation.action, reader: 'program', takes: 'any', isPath: operation.key === 'Path', ...more }];
  });
}

const getEntry = (array: PhpNode, key: string): PhpNode | undefined => getChild(getChildren(array, 'items').findLast((item) => getText(getChild(item, 'key')) === key), 'value');

function readDecryption(input: PhpNode): Pick<Reference, 'decryption' | 'correction'> {
  const items = getChildren(input, 'items');
  const value = getEntry(input, 'WithDecryption');
  const isKnown = value === undefined ? items.every((item) => getText(getChild(item, 'key')) !== undefined) : value.kind === 'boolean';
  if (!isKnown) return { decryption: 'unknown' };
  if (getField(value, 'value') === true) return { decryption: 'present' };
  const last = items.at(-1);
  const edit = value !== undefined ? { range: getRange(value), text: 'true' } : { range: [getRange(last ?? input)[1], getRange(last ?? input)[1]] as const, text: ", 'WithDecryption' => true" };
  return { decryption: 'absent', correction: { title: "ask for the decrypted value ('WithDecryption' => true)", edits: [edit] } };
}

/** With `*` for the parts that only the program knows; undefined where nothing else is there. */
function readName(node: PhpNode, text: string): Pick<Reference, 'name' | 'range' | 'isVerbatim'> | undefined {
  const name = toPattern(node).replace(/\*{2,}/gu, '*');
  if (name.replace(/[*/]/gu, '') === '') return undefined;
  const content = node.kind === 'string' ? getContentRange(node, text) : undefined;
  const isVerbatim = content !== undefined && text.slice(...content) === name;
  return { name, range: isVerbatim ? content : getRange(node), isVerbatim };
}

/** On a list of its own, as long concatenations nest deeply. */
function toPattern(root: PhpNode): string {
  let pattern = '';
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'bin' && getField(node, 'type') === '.') open.push(...[getChild(node, 'right'), getChild(node, 'left')].flatMap((side) => side ?? []));
    else if (node.kind === 'encapsed') open.push(...[...getChildren(node, 'value')].reverse().flatMap((part) => getChild(part, 'expression') ?? []));
    else pattern += getText(node) ?? '*';
  }
  return pattern;
}
