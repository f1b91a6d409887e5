import type { Range } from './range.ts';

/** Things with ranges that do not overlap, in the order of the text. Adding is quick also where there are very many. */
export interface RangeList<Item extends { readonly range: Range }> {
  readonly items: readonly Item[];
  /** Puts it in unless it overlaps one that is there. */
  add(item: Item): void;
}

export function createRangeList<Item extends { readonly range: Range }>(): RangeList<Item> {
  const items: Item[] = [];
  return {
    items,
    add(item) {
      const place = findPlace(items, item.range[0]);
      const before = items[place - 1];
      const after = items[place];
      if (before !== undefined && before.range[1] > item.range[0]) return;
      if (after !== undefined && after.range[0] < item.range[1]) return;
      items.splice(place, 0, item);
    },
  };
}

/** The items that lie inside a range, of a list in the order of the text. */
export function getItemsInside<Item extends { readonly range: Range }>(items: readonly Item[], range: Range): Item[] {
  const inside: Item[] = [];
  for (let index = findPlace(items, range[0]); index < items.length; index++) {
    const item = items[index];
    if (item === undefined || item.range[0] >= range[1]) break;
    if (item.range[1] <= range[1]) inside.push(item);
  }
  return inside;
}

/** The last item that begins before a range, where it holds all of it; of a list in the order of the text. */
export function getItemAround<Item>(items: readonly Item[], range: Range, getRange: (item: Item) => Range): Item | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && getRange(item)[0] <= range[0]) low = middle + 1;
    else high = middle;
  }
  const item = items[low - 1];
  return item !== undefined && getRange(item)[1] >= range[1] ? item : undefined;
}

/** Index of the first item that begins at or after the offset. */
const findPlace = (items: readonly { readonly range: Range }[], offset: number): number => findLowest(items.length, (index) => (items[index]?.range[0] ?? 0) >= offset);

/** The lowest index from which on something holds. */
export function findLowest(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
