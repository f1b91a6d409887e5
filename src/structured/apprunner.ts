import type { ApprunnerSite } from '../core/sites/apprunner.ts';
import type { ListMoveSite } from '../core/sites/ecs.ts';
import { getEntry, getText, getValue, isCursorOn, type Cursor, type ListTree, type MapTree, type ScalarTree, type Tree } from '../core/tree.ts';
import { getResource } from './cloudformation.ts';
import { readList } from './ecs.ts';

/**
 * The place of a secret in the variables of an AWS::AppRunner::Service, or of a service's own file
 * (https://docs.aws.amazon.com/apprunner/latest/dg/config-file-ref.html). `isFound` tells which other values are secrets.
 */
export function getApprunnerSite(cursor: Cursor<ScalarTree>, path: string, isWhole: boolean, isFound: (tree: Tree) => boolean): ApprunnerSite | undefined {
  const place = getPlace(cursor, path);
  if (place === undefined) return undefined;
  const { entry, list, container, names } = place;
  const move = getMove({ entry, list, container, names }, isFound);
  if (move === undefined) return undefined;
  const refusal = getRefusal(place, isWhole);
  return {
    carrier: 'apprunner',
    place: names === inTemplate ? 'template' : 'file',
    name: getText(getValue(entry.node, 'name', 'Name')) ?? '',
    ...move,
    hasInstanceRole: names === inFile || getEntry(getValue(getResource(cursor), 'InstanceConfiguration'), 'InstanceRoleArn') !== undefined,
    ...(refusal === undefined ? {} : { refusal }),
  };
}

interface Names {
  readonly list: string;
  readonly secrets: string;
}

const inTemplate: Names = { list: 'RuntimeEnvironmentVariables', secrets: 'RuntimeEnvironmentSecrets' };
const inFile: Names = { list: 'env', secrets: 'secrets' };

interface VariablePlace {
  readonly entry: Cursor<MapTree>;
  readonly list: Cursor<ListTree>;
  readonly container: Cursor<MapTree>;
  readonly names: Names;
}

function getPlace(cursor: Cursor, path: string): VariablePlace | undefined {
  const entry = cursor.parent;
  const list = entry?.parent;
  const container = list?.parent;
  if (!/^value$/iu.test(cursor.key ?? '') || !isCursorOn(entry, 'map') || !isCursorOn(list, 'list') || !isCursorOn(container, 'map')) return undefined;
  const isTemplate = list.key === inTemplate.list && /^(?:Image|Code)Configuration(?:Values)?$/u.test(container.key ?? '');
  const isFile = list.key === inFile.list && /(?:^|\/)apprunner\.ya?ml$/iu.test(path) && container.parent?.parent === undefined;
  return isTemplate || isFile ? { entry, list, container, names: isTemplate ? inTemplate : inFile } : undefined;
}

function getMove({ entry, list, container, names }: VariablePlace, isFound: (tree: Tree) => boolean): ListMoveSite | undefined {
  const environment = readList(container.node, names.list, isFound);
  const secrets = readList(container.node, names.secrets, isFound);
  const value = getEntry(entry.node, 'value', 'Value');
  if (environment === undefined || value === undefined) return undefined;
  const index = list.node.items.indexOf(entry.node);
  return { isFlow: container.node.isFlow, environment, index, valueKeyRange: value.keyRange, valueRange: value.value.outer, ...(secrets === undefined ? {} : { secrets }) };
}

function getRefusal({ list, container, names }: VariablePlace, isWhole: boolean): string | undefined {
  if (!isWhole) return `The secret is only a part of the value: store the whole value as one parameter and name it under "${names.secrets}".`;
  if (names === inFile && container.key !== 'run') return 'App Runner reads parameters when the service runs only: fetch this one in the build command, or move it to "run".';
  const isComputed = list.node.items.some(({ kind, outer, range }) => kind !== 'map' || outer[0] !== range[0]) || (getEntry(container.node, names.secrets)?.value.kind ?? 'list') !== 'list';
  return isComputed ? `The lists are put together from other places: move the variable to "${names.secrets}" by hand.` : undefined;
}
