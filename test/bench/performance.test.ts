import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { root } from '../support/command.ts';

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly detail: string;
  readonly limit?: number;
  readonly isAtLeast?: boolean;
}

const load = async <T>(name: string): Promise<T> => (await import(pathToFileURL(path.join(root, 'bench', name)).href)) as T;

const row = (value: number, rest: Partial<Row> = {}): Row => ({ name: 'a', value, unit: '', detail: 'b', ...rest });

it('says which figure is not what was asked for', async () => {
  const { isMet, renderTable } = await load<{ isMet: (row: Row) => boolean; renderTable: (rows: readonly Row[]) => string[] }>('rows.mjs');
  expect([row(1), row(1, { limit: 1 }), row(1.1, { limit: 1 }), row(1, { limit: 2, isAtLeast: true })].map(isMet)).toEqual([true, true, false, false]);
  expect(renderTable([row(1.234, { limit: 1, unit: ' ms' }), row(123.4)]).slice(2)).toEqual(['| a | **1.23 ms** | at most 1 ms | b |', '| a | 123 |  | b |']);
});

it('gives medians', async () => {
  const { median } = await load<{ median: (numbers: readonly number[]) => number }>('interleave.mjs');
  expect([[3, 1, 2], [4, 1, 2, 3], [5]].map(median)).toEqual([2, 2.5, 5]);
});

it('shows in the docs what was recorded', async () => {
  const { renderParts } = await load<{ renderParts: (all: unknown) => string }>('record.mjs');
  const results = path.join(root, 'bench/results/performance.json');
  const figures = existsSync(results) ? renderParts(JSON.parse(readFileSync(results, 'utf8'))) : '';
  expect(readFileSync(path.join(root, 'docs/performance.md'), 'utf8')).toContain(`<!-- begin figures -->\n${figures}<!-- end figures -->`);
});
