// `npm run bench`: ratios of medians within one interleaved run; `--record` writes them to bench/results/.
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benchEslint } from './eslint.mjs';
import { benchStaged } from './staged.mjs';

const results = [benchStaged(25), benchEslint(9)];
const date = new Date().toISOString().slice(0, 10);
const lines = [
  `# ${date}`,
  '',
  `Node ${process.version}, ${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), ${os.type()}. Medians of interleaved runs; \`npm run bench -- --record\`.`,
  '',
  '| what | ratio | at most | medians, ms |',
  '| --- | --- | --- | --- |',
  ...results.map(({ name, ratio, limit, a, b }) => `| ${name} | ${ratio.toFixed(2)} | ${limit} | ${a.toFixed(0)} / ${b.toFixed(0)} |`),
  '',
];
process.stdout.write(`${lines.join('\n')}\n`);
if (process.argv.includes('--record')) writeFileSync(path.resolve(import.meta.dirname, `results/${date}.md`), lines.join('\n'));
