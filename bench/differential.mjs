// `npm run bench -- --differential FOLDER…`: the same report whatever kernel, however many threads, whole or in shards.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { scan } from './programs.mjs';

const kernels = { 'the WebAssembly kernel': {}, 'the TypeScript kernel': { PARAMGUARD_KERNEL: 'typescript' }, 'no kernel': { PARAMGUARD_KERNEL: 'none' } };
const shardCount = 3;

/** One line for each comparison; whether all were the same. */
export function compareReports(folders, folder) {
  let isSame = true;
  for (const tree of folders) {
    const expected = report(tree, folder, ['--jobs', '1']);
    for (const [name, make] of getVariants(tree, folder)) {
      const actual = make();
      isSame &&= actual === expected;
      process.stdout.write(`${actual === expected ? 'same ' : 'OTHER'}  ${tree}: ${name}${actual === expected ? '' : `\n${getFirstDifference(expected, actual)}`}\n`);
    }
  }
  return isSame;
}

const getVariants = (tree, folder) => [
  ...Object.entries(kernels).flatMap(([name, env]) => [1, 4].map((jobs) => [`${name}, ${jobs} ${jobs === 1 ? 'thread' : 'threads'}`, () => report(tree, folder, ['--jobs', String(jobs)], env)])),
  [`${shardCount} shards, joined`, () => joinShards(tree, folder)],
];

function report(tree, folder, args, env = {}) {
  const output = path.join(folder, 'report.json');
  run(tree, ['--no-cache', ...args, '--output', output], env);
  return readFileSync(output, 'utf8');
}

function joinShards(tree, folder) {
  const names = Array.from({ length: shardCount }, (_, index) => path.join(folder, `shard-${index + 1}.json`));
  for (const [index, name] of names.entries()) run(tree, ['--no-cache', '--shard', `${index + 1}/${shardCount}`, '--output', name]);
  const { file, args } = scan(tree);
  return spawnSync(file, [args[0], 'merge', ...names], { encoding: 'utf8', maxBuffer: 2 ** 30 }).stdout;
}

function run(tree, args, env = {}) {
  const command = scan(tree, args);
  const { status, stderr } = spawnSync(command.file, command.args, { cwd: tree, encoding: 'utf8', maxBuffer: 2 ** 30, env: { ...process.env, ...env } });
  if (![0, 1, 2].includes(status) || stderr.includes('internal error')) throw new Error(`the scan of ${tree} ended with ${status}: ${stderr.slice(0, 500)}`);
}

/** Reports hold no values. */
function getFirstDifference(expected, actual) {
  const lines = actual.split('\n');
  const at = expected.split('\n').findIndex((line, index) => line !== lines[index]);
  const show = (text) => text.split('\n').slice(Math.max(0, at - 8), at + 4).map((line) => `    ${line}`).join('\n');
  return `  line ${at + 1}, expected\n${show(expected)}\n  found\n${show(actual)}`;
}
