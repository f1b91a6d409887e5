import type { MapMoveSite, MoveMap } from '../core/map-move.ts';
import { getEntry, isCursorOn, type Cursor, type Entry, type ScalarTree } from '../core/tree.ts';

/** A scalar of a map as one that may go to the map `toKey` beside it; undefined where the scalar is in no map of a map. */
export function getMapMove(cursor: Cursor<ScalarTree>, toKey: string, { isWhole, text }: { isWhole: boolean; text: string }): MapMoveSite | undefined {
  const map = cursor.parent;
  const around = map?.parent;
  if (!isCursorOn(map, 'map') || !isCursorOn(around, 'map')) return undefined;
  const from = around.node.entries.find(({ value }) => value === map.node);
  const index = map.node.entries.findIndex(({ value }) => value === cursor.node);
  if (from === undefined || index < 0) return undefined;
  const target = around.node.entries.findLast(({ key }) => key === toKey);
  const isOwn = target !== undefined || getEntry(around.node, toKey) === undefined;
  const to = target === undefined ? undefined : readMap(target);
  const name = cursor.key ?? '';
  const refusal = getRefusal({ isWhole, isBlock: cursor.node.style === 'block', isPlain: isOwn && [from, target].every((entry) => entry === undefined || isPlainMap(entry, text)), isTaken: to?.entries.some((entry) => entry.name === name) ?? false, toKey, name });
  return { name, isFlow: around.node.isFlow, from: readMap(from), index, valueRange: cursor.node.outer, ...(to === undefined ? {} : { to }), ...(refusal === undefined ? {} : { refusal }) };
}

function readMap({ keyRange, value }: Entry): MoveMap {
  const entries = value.kind === 'map' ? value.entries.map((entry) => ({ name: entry.key, range: [entry.keyRange[0], Math.max(entry.keyRange[1], entry.value.range[1])] as const })) : [];
  return { keyRange, range: value.range, isFlow: value.kind === 'map' && value.isFlow, entries };
}

/** Written out here, under no anchor: a change would reach other places. */
const isPlainMap = ({ keyRange, value }: Entry, text: string): boolean =>
  value.kind === 'map' && (value.isFlow || value.entries.length > 0) && /^\s*:\s*$/u.test(text.slice(keyRange[1], value.range[0]).replace(/#[^\n]*/gu, ''));

function getRefusal(facts: { isWhole: boolean; isBlock: boolean; isPlain: boolean; isTaken: boolean; toKey: string; name: string }): string | undefined {
  if (!facts.isWhole) return `The secret is only a part of the value: store the whole value as one parameter and name it under "${facts.toKey}".`;
  if (facts.isTaken) return `"${facts.toKey}" has ${facts.name} already: delete the literal.`;
  return facts.isBlock || !facts.isPlain ? `The value or the maps around it are put together from other places: move ${facts.name} to "${facts.toKey}" by hand.` : undefined;
}
