import type { Range } from '../core/range.ts';
import type { EcsList, EcsSite } from '../core/sites/ecs.ts';
import { getEntry, getText, getValue, isCursorOn, toList, type Cursor, type ListTree, type MapTree, type ScalarTree, type Tree } from '../core/tree.ts';
import type { StructuredFile } from './document.ts';

/**
 * The place of a secret in the `environment` of a container (API_ContainerDefinition in the Amazon ECS API reference), in a
 * task definition's JSON or in an AWS::ECS::TaskDefinition. `isFound` tells which other values are secrets.
 */
export function getEcsSite(cursor: Cursor<ScalarTree>, file: StructuredFile, isWhole: boolean, isFound: (tree: Tree) => boolean): EcsSite | undefined {
  const place = getEnvironmentPlace(cursor);
  if (place === undefined) return undefined;
  const { entry, list, container } = place;
  const isCloudFormation = cursor.key === 'Value';
  const task = getTask(container);
  const region = getRegion(container.node, task);
  const refusal = getRefusal(list, isWhole, container.node);
  const secrets = readList(container.node, isCloudFormation ? 'Secrets' : 'secrets', isFound);
  const environment = readList(container.node, isCloudFormation ? 'Environment' : 'environment', isFound);
  const value = getEntry(entry.node, 'value', 'Value');
  if (environment === undefined || value === undefined) return undefined;
  return {
    carrier: 'ecs',
    format: file.format,
    name: getText(getValue(entry.node, 'name', 'Name')) ?? '',
    isCloudFormation,
    isFlow: container.node.isFlow,
    environment,
    index: list.node.items.indexOf(entry.node),
    valueKeyRange: value.keyRange,
    valueRange: value.value.outer,
    ...(secrets === undefined ? {} : { secrets }),
    hasExecutionRole: getEntry(task, 'executionRoleArn', 'ExecutionRoleArn') !== undefined,
    ...(region === undefined ? {} : { region }),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

interface EnvironmentPlace {
  readonly entry: Cursor<MapTree>;
  readonly list: Cursor<ListTree>;
  readonly container: Cursor<MapTree>;
}

function getEnvironmentPlace(cursor: Cursor): EnvironmentPlace | undefined {
  const entry = cursor.parent;
  const list = entry?.parent;
  const container = list?.parent;
  if (!/^value$/iu.test(cursor.key ?? '') || !/^environment$/iu.test(list?.key ?? '')) return undefined;
  if (!isCursorOn(entry, 'map') || !isCursorOn(list, 'list') || !isCursorOn(container, 'map')) return undefined;
  return isContainer(container) ? { entry, list, container } : undefined;
}

/** Compose and buildspec files have an `environment` too. */
const isContainer = (container: Cursor<MapTree>): boolean =>
  /^containerDefinitions$/iu.test(container.parent?.key ?? '') ||
  (container.parent?.parent === undefined && isCursorOn(container.parent, 'list') && getEntry(container.node, 'image') !== undefined);

const getTask = (container: Cursor): Tree | undefined => container.parent?.parent?.node;

/** A list of `{name, value}` and the like, with what an edit needs of it. */
export function readList(container: Tree, key: string, isFound: (tree: Tree) => boolean): EcsList | undefined {
  const entry = getEntry(container, key);
  if (entry?.value.kind !== 'list') return undefined;
  const { range, isFlow, items } = entry.value;
  return { keyRange: entry.keyRange, range, isFlow, entries: items.map((item) => toEntry(item, isFound)) };
}

const toEntry = (item: Tree, isFound: (tree: Tree) => boolean): EcsList['entries'][number] => ({
  range: item.range satisfies Range,
  name: getText(getValue(item, 'name', 'Name')) ?? '',
  isMovable: isFound(item),
});

function getRefusal(list: Cursor<ListTree>, isWhole: boolean, container: Tree): string | undefined {
  if (!isWhole) return 'The secret is only a part of the value: store the whole value as one parameter and move the variable to "secrets".';
  const isReferred = list.node.items.some(({ kind, outer, range }) => kind !== 'map' || outer[0] !== range[0]);
  const isComputed = isReferred || (getEntry(container, 'secrets', 'Secrets')?.value.kind ?? 'list') !== 'list';
  return isComputed ? 'The lists of the container are put together from other places: move the variable to "secrets" by hand.' : undefined;
}

/** Region that the task's own logs or images name. */
function getRegion(container: Tree, task: Tree | undefined): string | undefined {
  const options = getValue(getValue(container, 'logConfiguration', 'LogConfiguration'), 'options', 'Options');
  const logs = getText(getValue(options, 'awslogs-region'));
  if (logs !== undefined && /^[a-z]{2}(?:-[a-z]+)+-\d$/u.test(logs)) return logs;
  const texts = [getValue(task, 'taskDefinitionArn'), ...toList(getValue(container, 'image', 'Image'))].map((tree) => getText(tree) ?? '');
  return texts.map((text) => /^arn:aws[\w-]*:ecs:(?<region>[\w-]+):|^\d{12}\.dkr\.ecr\.(?<image>[\w-]+)\./u.exec(text)?.groups).map((groups) => groups?.['region'] ?? groups?.['image']).find((region) => region !== undefined);
}
