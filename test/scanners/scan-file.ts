import { getFileRows } from '../../src/settings/file-rows.ts';
import { expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import type { ScanResult } from '../../src/core/problem.ts';
import { detectors } from '../../src/detectors/index.ts';
import { scanners } from '../../src/scanners/index.ts';
import { toMarked } from '../support/marked.ts';
import { expectSameSight } from '../support/same-sight.ts';

const detect = createDetect(detectors);

/** A file through the scanner that the command takes for its path. */
export async function scanFile(path: string, text: string): Promise<ScanResult> {
  const entry = scanners.find(({ id, handles }) => id !== 'text' && handles(path)) ?? scanners.find(({ id }) => id === 'text');
  if (entry === undefined) throw new Error('no scanner');
  await expectSameSight(path, text);
  return (await entry.load()).scan({ path, text, rows: getFileRows(path) }, detect);
}

/** Cases of marked texts (test/support/marked.ts): what is marked is found with its exact range, and nothing else is. */
export function findsMarked(cases: readonly (readonly [path: string, template: string, ...kinds: string[]])[]): void {
  it.each(cases)('%s: %s', async (path, template, ...kinds) => {
    const { text, leaks } = toMarked(template);
    const { problems } = await scanFile(path, text);
    expect(problems.map(({ range }) => text.slice(...range))).toEqual(leaks.map((range) => text.slice(...range)));
    expect(problems.map(({ range }) => range)).toEqual(leaks);
    if (kinds.length > 0) expect(problems.map(({ kind }) => kind)).toEqual(kinds);
  });
}
