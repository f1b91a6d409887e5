import { describe, expect, it } from 'vitest';
import { createRangeList, getItemsInside } from '../../src/core/range-list.ts';

describe('range lists', () => {
  it('keep what came first and the order of the text', () => {
    const list = createRangeList<{ range: readonly [number, number] }>();
    for (const range of [[10, 20], [0, 5], [18, 25], [5, 10], [3, 4], [20, 21], [9, 11]] as const) list.add({ range });
    expect(list.items.map(({ range }) => range)).toEqual([[0, 5], [5, 10], [10, 20], [20, 21]]);
    expect(getItemsInside(list.items, [4, 20]).map(({ range }) => range)).toEqual([[5, 10], [10, 20]]);
    expect(getItemsInside(list.items, [30, 40])).toEqual([]);
  });
});
