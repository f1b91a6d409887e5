// `npm run bench`: ratios of medians within one interleaved run. `--only tree,single` measures parts, `--rounds 15` more often;
// folders are measured instead of the usual trees, `--record` writes bench/results/ and docs/performance.md, `--differential FOLDER…` compares reports instead.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { benchAdversarial } from './adversarial.mjs';
import { getTrees } from './corpus.mjs';
import { compareReports } from './differential.mjs';
import { benchEslint } from './eslint.mjs';
import { benchGrowth } from './growth.mjs';
import { benchHistory } from './history.mjs';
import { writeKeywords } from './keywords.mjs';
import { benchPeers } from './peers.mjs';
import { record } from './record.mjs';
import { renderTable } from './rows.mjs';
import { benchSingle } from './single.mjs';
import { benchStaged } from './staged.mjs';
import { benchStart } from './start.mjs';
import { benchTree } from './tree.mjs';

const parts = { tree: benchTree, single: benchSingle, start: benchStart, staged: benchStaged, history: benchHistory, peers: benchPeers, growth: benchGrowth, adversarial: benchAdversarial, eslint: benchEslint };

const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, rounds: { type: 'string', default: '7' }, record: { type: 'boolean' }, differential: { type: 'boolean' } } });
const folder = mkdtempSync(path.join(os.tmpdir(), 'paramguard-bench-'));
try {
  if (values.differential) process.exitCode = compareReports(positionals.map((tree) => path.resolve(tree)), folder) ? 0 : 1;
  else await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure() {
  const only = values.only?.split(',') ?? Object.keys(parts);
  const unknown = only.find((name) => !Object.hasOwn(parts, name));
  if (unknown !== undefined) throw new Error(`there is no part ${unknown}; the parts are ${Object.keys(parts).join(', ')}`);
  const keywords = await writeKeywords(folder);
  const trees = getTrees(positionals);
  for (const name of only) {
    const skip = (reason) => {
      process.stderr.write(`bench: ${name}: left out: ${reason}\n`);
      return [];
    };
    const own = mkdtempSync(path.join(folder, name));
    const rows = await parts[name]({ folder: own, trees, keywords, rounds: Number(values.rounds), skip });
    rmSync(own, { recursive: true, force: true });
    process.stdout.write(`\n## ${name}\n\n${renderTable(rows).join('\n')}\n`);
    if (values.record && rows.length > 0) record(name, rows);
  }
}
