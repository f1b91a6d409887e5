// A history: ours against `git log -p -U0` alone, and again when nothing is new. PARAMGUARD_BENCH_HISTORY names the repository.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compare, getPeak } from './interleave.mjs';
import { getVersion, scan, scanAgain } from './programs.mjs';
import { peak, ratio } from './rows.mjs';

export function benchHistory({ folder, rounds, skip }) {
  const cwd = process.env.PARAMGUARD_BENCH_HISTORY;
  if (cwd === undefined) return skip('PARAMGUARD_BENCH_HISTORY names no repository');
  const commits = spawnSync('git', ['rev-list', '--count', '--all'], { cwd, encoding: 'utf8' }).stdout.trim();
  const log = { file: 'git', args: ['log', '-p', '-U0', '--full-history', '--all', '--no-ext-diff', '--no-textconv'], cwd: fillUp(cwd, folder) };
  const anew = scan(cwd, ['--history']);
  const [ours, known, git] = compare([anew, scanAgain(cwd, ['--history']), log], { rounds });
  return [
    ratio(`history of ${commits} commits / \`git log -p -U0\``, ours, git, 0.2, getVersion('git')),
    ratio('the same, a second run / the first', known, ours, 0.1),
    ...peak('the same, memory', getPeak(anew), undefined),
  ];
}

/** Git gives up its log at the first blob that a partial clone lacks: a repository that borrows all of it, and has nothing in the place of those. */
function fillUp(source, folder) {
  const whole = path.join(folder, 'whole');
  mkdirSync(whole);
  const git = (cwd, args, input) => spawnSync('git', args, { cwd, input, encoding: 'utf8', maxBuffer: 2 ** 30, env: { ...process.env, GIT_NO_LAZY_FETCH: '1' } }).stdout.trim();
  git(whole, ['init', '-q', '--bare']);
  const common = path.resolve(source, git(source, ['rev-parse', '--git-common-dir']));
  writeFileSync(path.join(whole, 'objects/info/alternates'), `${path.join(common, 'objects')}\n`);
  git(whole, ['update-ref', '--stdin'], `${git(source, ['for-each-ref', '--format=create %(refname) %(objectname)'])}\n`);
  const empty = git(whole, ['hash-object', '-w', '--stdin'], '');
  const missing = git(source, ['rev-list', '--objects', '--all', '--missing=print']).split('\n').filter((line) => line.startsWith('?'));
  git(whole, ['update-ref', '--stdin'], missing.map((line) => `create refs/replace/${line.slice(1)} ${empty}\n`).join(''));
  git(whole, ['pack-refs', '--all']);
  return whole;
}
