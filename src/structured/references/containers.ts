import { getEntry, getText, getValue, isCursorOn, type Cursor } from '../../core/tree.ts';
import type { Problem } from '../../core/problem.ts';
import type { FoundReferences } from '../../references/found.ts';
import { toMissingRole } from '../../references/places.ts';
import { getResourceProperty } from '../cloudformation.ts';
import { readValueFrom } from '../../references/arn.ts';
import type { Mention } from '../references.ts';
import { placeName, toReference } from './place.ts';

/**
 * `secrets: [{ name, valueFrom }]` of a container (API_Secret in the Amazon ECS API reference) and of App Runner: a name or an
 * ARN, read by the execution role, or by the instance role, before the program starts.
 */
export function readContainerSecret({ cursor, file }: Mention): Partial<FoundReferences> {
  const list = cursor.parent?.parent;
  const isEcs = /^valueFrom$/iu.test(cursor.key ?? '') && /^(?:secrets|secretOptions)$/iu.test(list?.key ?? '');
  const isRunner = (cursor.key === 'Value' && list?.key === 'RuntimeEnvironmentSecrets') || cursor.key === 'value-from';
  const { text } = cursor.node;
  if ((!isEcs && !isRunner) || text.length < 2 || isFunctionSecret(cursor)) return {};
  const name = getText(getValue(cursor.parent?.node, 'name', 'Name')) ?? '';
  const subject = { name, path: [] };
  const { name: read, ...kind } = readValueFrom(text);
  return { references: [toReference(placeName(read, cursor.node, file.text), { ...kind, reader: 'execution', subject })], problems: isEcs ? judgeTask(cursor) : [] };
}

/** Lambda has no such list; `lambda.ts` says so. */
const isFunctionSecret = (cursor: Cursor): boolean => /^AWS::(?:Lambda|Serverless)::Function$/u.test(getResourceProperty(cursor)?.resourceType ?? '');

/** RegisterTaskDefinition refuses secrets without an execution role; said at the first of them. */
function judgeTask(cursor: Cursor): Problem[] {
  const list = cursor.parent?.parent;
  const container = list?.parent;
  const task = container?.parent?.parent;
  if (!isCursorOn(list, 'list') || list.node.items[0] !== cursor.parent?.node || !/^containerDefinitions$/iu.test(container?.parent?.key ?? '') || !isCursorOn(task, 'map')) return [];
  if (getEntry(task.node, 'executionRoleArn', 'ExecutionRoleArn', 'execution_role_arn') !== undefined || isMerged(task)) return [];
  return [toMissingRole(getKeyRange(list), 'executionRoleArn')];
}

const isMerged = (task: Cursor): boolean => isCursorOn(task, 'map') && task.node.entries.some(({ key }) => key === '<<' || key.startsWith('Fn::') || key === '...');

/** Of the key in front of the list. */
function getKeyRange(list: Cursor): readonly [number, number] {
  const { parent } = list;
  const entry = isCursorOn(parent, 'map') ? parent.node.entries.find(({ value }) => value === list.node) : undefined;
  return entry?.keyRange ?? list.node.range;
}
