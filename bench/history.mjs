// A history: ours against `git log -p -U0` alone, and again when nothing is new. PARAMGUARD_BENCH_HISTORY names the repository.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { compare, getPeak } from './interleave.mjs';
import { getVersion, scan } from './programs.mjs';
import { peak, ratio } from './rows.mjs';

export function benchHistory({ folder, rounds, skip }) {
  const cwd = process.env.PARAMGUARD_BENCH_HISTORY;
  if (cwd === undefined) return skip('PARAMGUARD_BENCH_HISTORY names no repository');
  const commits = spawnSync('git', ['rev-list', '--count', '--all'], { cwd, encoding: 'utf8' }).stdout.trim();
  const [first, second] = ['first', 'second'].map((name) => mkdtempSync(path.join(folder, name)));
  const log = { file: 'git', args: ['log', '-p', '-U0', '--full-history', '--all', '--no-ext-diff', '--no-textconv'], cwd, codes: [0, 128] };
  const anew = scan(cwd, ['--history'], { env: { XDG_CACHE_HOME: first }, prepare: () => rmSync(first, { recursive: true, force: true }) });
  const again = scan(cwd, ['--history'], { env: { XDG_CACHE_HOME: second } });
  const [ours, known, git] = compare([anew, again, log], { rounds });
  return [
    ratio(`history of ${commits} commits / \`git log -p -U0\``, ours, git, 0.2, getVersion('git')),
    ratio('the same, a second run / the first', known, ours, 0.1),
    ...peak('the same, memory', getPeak(anew), undefined),
  ];
}
