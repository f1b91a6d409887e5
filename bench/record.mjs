// Writes what was measured to bench/results/, and the table of all parts into docs/performance.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { renderGrowth } from './growth.mjs';
import { root } from './programs.mjs';
import { renderTable } from './rows.mjs';

const results = path.join(root, 'bench/results/performance.json');
const page = path.join(root, 'docs/performance.md');

/** Other parts keep what they measured last. */
export function record(part, rows) {
  const known = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : {};
  const all = { ...known, [part]: { date: new Date().toISOString().slice(0, 10), machine: describeMachine(), rows } };
  writeFileSync(results, `${JSON.stringify(all, undefined, 2)}\n`);
  writeFileSync(page, readFileSync(page, 'utf8').replace(/(<!-- begin figures -->\n)[^]*(<!-- end figures -->)/, (_, begin, end) => `${begin}${renderParts(all)}${end}`));
}

const describeMachine = () => `Node ${process.version}, ${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${os.type()}`;

const titles = { tree: 'A tree', single: 'One large file', start: 'Few files', staged: 'Before a commit', history: 'A history', peers: 'Other scanners', growth: 'Growth', adversarial: 'Texts made to be slow', eslint: 'ESLint' };

/** The generated part of the page. */
export const renderParts = (all) =>
  Object.entries(titles)
    .filter(([part]) => all[part] !== undefined)
    .map(([part, title]) => `\n### ${title}\n\n${[...renderTable(all[part].rows), ...(part === 'growth' ? ['', ...renderGrowth(all[part].rows)] : []), '', `${all[part].date}, ${all[part].machine}.`].join('\n')}\n\n`.replace(/\n\n\n+/g, '\n\n'))
    .join('');
