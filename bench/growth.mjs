// How the time grows from 1 MB to 1,000 MB of a tree.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { copySome, listTree } from './corpus.mjs';
import { compare, getPeak } from './interleave.mjs';
import { grep, isThere, scan } from './programs.mjs';

export function benchGrowth({ trees, folder, keywords, rounds, skip }) {
  const [tree] = trees;
  if (tree === undefined) return skip('no tree');
  const { files, bytes } = listTree(tree.folder);
  return [1, 10, 100, 1000].flatMap((size) => {
    const cwd = path.join(folder, `growth-${size}`);
    // the same files in several folders, or some of them
    const copies = Math.ceil((size * 1e6) / bytes);
    for (let copy = 0; copy < copies; copy++) {
      mkdirSync(path.join(cwd, String(copy)), { recursive: true });
      copySome(tree.folder, files, Math.max(1, Math.round((files.length * size * 1e6) / bytes / copies)), path.join(cwd, String(copy)));
    }
    const actual = listTree(cwd).bytes / 1e6;
    const [ours, rg] = compare([scan(cwd), ...(isThere('rg') ? [grep(cwd, keywords.file)] : [])], { rounds });
    const memory = getPeak(scan(cwd));
    return [{ name: `a tree of ${size} MB`, value: ours.time / 1000, unit: ' s', detail: `${actual.toFixed(1)} MB${memory === undefined ? '' : `, ${memory.toFixed(0)} MB of memory`}`, size, ...(rg === undefined ? {} : { rg: rg.time / 1000 }) }];
  });
}

/** The chart of the docs (Mermaid, XY chart); both axes count in powers of ten. */
export function renderGrowth(rows) {
  const points = rows.filter(({ size }) => size !== undefined);
  if (points.length === 0) return [];
  const line = (key) => points.map((point) => Math.log10(point[key] * 1000).toFixed(2)).join(', ');
  return [
    '```mermaid',
    'xychart-beta',
    '  title "Time of a scan: log10 of milliseconds"',
    `  x-axis "MB" [${points.map(({ size }) => size).join(', ')}]`,
    '  y-axis "log10 ms" 0 --> 5',
    `  line [${line('value')}]`,
    ...(points.every(({ rg }) => rg !== undefined) ? [`  line [${line('rg')}]`] : []),
    '```',
    '',
    'The first line is ours, the second `rg` with the same keywords.',
  ];
}
