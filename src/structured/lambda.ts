import { getColumn, getNextLine, getSpaceBefore } from '../core/lines.ts';
import type { LambdaSite, PolicyList } from '../core/sites/lambda.ts';
import { getEntry, getText, getValue, isCursorOn, type Cursor, type Entry, type MapTree, type ScalarTree } from '../core/tree.ts';
import { getResource, getResourceProperty } from './cloudformation.ts';

/** The place of a secret in the environment of a function, or in `Globals` of AWS SAM. */
export function getLambdaSite(cursor: Cursor<ScalarTree>, text: string, isWhole: boolean): LambdaSite | undefined {
  const variables = cursor.parent;
  if (variables?.key !== 'Variables' || variables.parent?.key !== 'Environment' || !isCursorOn(variables, 'map') || !isFunction(cursor)) return undefined;
  const entry = variables.node.entries.find(({ value }) => value === cursor.node);
  if (entry === undefined) return undefined;
  const policies = getPolicies(cursor, text);
  const refusal = getRefusal(isWhole, cursor.node.style === 'block');
  return {
    carrier: 'lambda',
    name: entry.key,
    keyRange: entry.keyRange,
    valueRange: cursor.node.outer,
    takenNames: variables.node.entries.map(({ key }) => key),
    ...(policies === undefined ? {} : { policies }),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

function isFunction(cursor: Cursor): boolean {
  const resource = getResourceProperty(cursor);
  if (resource !== undefined) return /^AWS::(?:Lambda|Serverless)::Function$/u.test(resource.resourceType);
  const owner = cursor.parent?.parent?.parent;
  return owner?.key === 'Function' && owner.parent?.key === 'Globals' && owner.parent.parent?.parent === undefined;
}

/** A list that is there, or the place for one: SAM makes the role of a function that names none. */
function getPolicies(cursor: Cursor, text: string): PolicyList | undefined {
  const properties = getResource(cursor);
  if (properties?.kind !== 'map' || getResourceProperty(cursor)?.resourceType !== 'AWS::Serverless::Function' || getEntry(properties, 'Role') !== undefined) return undefined;
  const entry = getEntry(properties, 'Policies');
  return entry === undefined ? makeList(properties, text) : readList(entry, text);
}

function makeList(properties: MapTree, text: string): PolicyList | undefined {
  const last = properties.entries.find(({ key }) => key === 'Environment');
  if (properties.isFlow || last === undefined) return undefined;
  const column = getColumn(text, last.keyRange[0]);
  return { offset: getNextLine(text, last.value.range[1]), layout: 'block', space: ' '.repeat(column + 2), keySpace: ' '.repeat(column), parameterNames: [] };
}

function readList({ value, keyRange }: Entry, text: string): PolicyList | undefined {
  const last = value.kind === 'list' ? value.items.at(-1) : undefined;
  // below an anchor the list belongs to other functions too
  if (value.kind !== 'list' || last === undefined || text.slice(keyRange[1], value.range[0]).includes('&')) return undefined;
  const parameterNames = value.items.flatMap((item) => getText(getValue(getValue(item, 'SSMParameterReadPolicy'), 'ParameterName')) ?? []);
  if (value.isFlow) return { offset: last.range[1], layout: 'flow', space: getSpaceBefore(text, value.items[0]?.range[0] ?? 0), parameterNames };
  const dash = text.lastIndexOf('-', (value.items[0]?.range[0] ?? 0) - 1);
  return { offset: getNextLine(text, last.range[1]), layout: 'block', space: ' '.repeat(getColumn(text, dash)), parameterNames };
}

function getRefusal(isWhole: boolean, isBlock: boolean): string | undefined {
  if (!isWhole) return 'The secret is only a part of the value: store the whole value as one parameter, pass its name and fetch it when the function starts.';
  return isBlock ? 'The value is a text of several lines: replace it by hand.' : undefined;
}
