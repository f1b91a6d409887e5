import type { Match } from '../core/detect.ts';
import type { Range } from '../core/range.ts';
import type { EcsList, EcsSite } from '../core/sites/ecs.ts';
import { getAttribute, getItem, getPlainText, type Expression, type HclObject } from './syntax.ts';
import { isOn, type TextCursor } from './walk.ts';

/** The place of a secret in the `environment` of a container of an `aws_ecs_task_definition`, in `jsonencode` or in a heredoc. */
export function getContainerSite(cursor: TextCursor, text: string, match: Match, isFound: (range: Range) => boolean): EcsSite | undefined {
  const entry = cursor.parent;
  const list = entry?.parent;
  const container = list?.parent;
  if (cursor.attribute.name !== 'container_definitions' || cursor.key !== 'value' || list?.key !== 'environment') return undefined;
  if (!isOn(entry, 'object') || !isOn(list, 'tuple') || !isOn(container, 'object')) return undefined;
  const environment = readList(container.node, 'environment', isFound);
  const value = getItem(entry.node, 'value');
  if (environment === undefined || value === undefined) return undefined;
  const secrets = readList(container.node, 'secrets', isFound);
  const region = getRegion(container.node);
  const refusal = getRefusal(cursor, list.node.items, container.node, match);
  return {
    carrier: 'ecs',
    format: 'json',
    name: getPlainText(getItem(entry.node, 'name')?.value) ?? '',
    isCloudFormation: false,
    isFlow: isFlow(container.node, environment, text),
    environment,
    index: list.node.items.indexOf(entry.node),
    valueKeyRange: value.keyRange,
    valueRange: value.value.range,
    ...(secrets === undefined ? {} : { secrets }),
    hasExecutionRole: cursor.blocks.some(({ body }) => getAttribute(body, 'execution_role_arn') !== undefined),
    ...(region === undefined ? {} : { region }),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

function readList(container: HclObject, key: string, isFound: (range: Range) => boolean): EcsList | undefined {
  const item = getItem(container, key);
  if (item?.value.kind !== 'tuple') return undefined;
  const entries = item.value.items.map((entry) => ({ range: entry.range, name: getName(entry), isMovable: isFound(entry.range) }));
  return { keyRange: item.keyRange, range: item.value.range, isFlow: true, entries };
}

const getName = (entry: Expression): string => (entry.kind === 'object' ? (getPlainText(getItem(entry, 'name')?.value) ?? '') : '');

/** A comma parts the container's items; else lines do. */
function isFlow(container: HclObject, environment: EcsList, text: string): boolean {
  const next = /^\s*(?<mark>[,}])/u.exec(text.slice(environment.range[1], container.range[1]))?.groups?.['mark'];
  return next === ',' || (next === '}' && (!text.slice(...container.range).includes('\n') || container.items.length > 1 && /,\s*$/u.test(text.slice(container.range[0], environment.keyRange[0]))));
}

function getRegion(container: HclObject): string | undefined {
  const logs = getItem(container, 'logConfiguration')?.value;
  const options = logs?.kind === 'object' ? getItem(logs, 'options')?.value : undefined;
  const region = options?.kind === 'object' ? getPlainText(getItem(options, 'awslogs-region')?.value) : undefined;
  return region !== undefined && /^[a-z]{2}(?:-[a-z]+)+-\d$/u.test(region) ? region : undefined;
}

function getRefusal({ node }: TextCursor, entries: readonly Expression[], container: HclObject, match: Match): string | undefined {
  const isAll = match.range[0] <= node.content[0] && match.range[1] >= node.content[1];
  if (!isAll && !match.isUrlPassword && !match.isWholeValue) return 'The secret is only a part of the value: store the whole value as one parameter and move the variable to "secrets".';
  if (node.hasHoles) return 'The value is put together from several parts: store it as one parameter and move the variable to "secrets".';
  const isComputed = entries.some(({ kind }) => kind !== 'object') || (getItem(container, 'secrets')?.value.kind ?? 'tuple') !== 'tuple';
  return isComputed ? 'The lists of the container are put together from other places: move the variable to "secrets" by hand.' : undefined;
}
