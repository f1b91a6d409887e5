// The programs that are measured: ours, ripgrep, plain reading, and scanners that are on the PATH.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
const launcher = path.join(root, 'dist/bin/paramguard.cjs');

const caches = path.join(os.tmpdir(), `paramguard-bench-cache-${process.pid}`);
const firstCache = path.join(caches, 'first');
process.on('exit', () => drop(caches));

const drop = (folder) => rmSync(folder, { recursive: true, force: true });

/** A scan that asks no store; it may find leaks, and files that are broken in their format. Nothing is known from a run before. */
export const scan = (cwd, args = []) => ({
  file: process.execPath,
  args: [launcher, 'scan', '--store', 'none', '--no-skip', '--format', 'json', '--max-file-size', '2000', ...args],
  cwd,
  codes: [0, 1, 2],
  env: { XDG_CACHE_HOME: firstCache },
  prepare: () => {
    drop(firstCache);
    // as a user has it
    mkdirSync(firstCache, { recursive: true });
  },
});

/** The same after a run in which all was as it is now. */
export const scanAgain = (cwd, args = []) => ({ ...scan(cwd, args), env: { XDG_CACHE_HOME: path.join(caches, 'again') }, prepare: undefined });

export const emptyNode = (cwd) => ({ file: process.execPath, args: [path.join(root, 'bench/empty.cjs')], cwd });

/** All files, hidden and ignored ones too, as a scan has them; binary ones up to their first NUL, which saves it work. */
export const grep = (cwd, keywords, args = []) => ({ file: 'rg', args: ['--no-config', '--no-ignore', '--hidden', '--glob', '!.git', '--count', '--file', keywords, ...args, '.'], cwd, codes: [0, 1] });

export const isThere = (program) =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** `ripgrep 13.0.0` */
export function getVersion(program, args = ['--version']) {
  const { stdout = '', stderr = '' } = spawnSync(program, args, { encoding: 'utf8' });
  return `${program} ${/\d+(?:\.\d+)+/.exec(`${stdout}\n${stderr}`)?.[0] ?? 'of an unknown version'}`;
}

/** Plain reading: `input` is a list of paths with a NUL after each. */
export function readAll(folder, cwd, input) {
  const program = path.join(folder, 'read-all');
  if (!existsSync(program) && isThere('cc')) spawnSync('cc', ['-O2', '-o', program, path.join(root, 'bench/c/read-all.c')], { stdio: 'inherit' });
  return existsSync(program) ? { name: 'C', file: program, args: [], cwd, input } : { name: 'Node', file: process.execPath, args: [path.join(root, 'bench/read-all.mjs')], cwd, input };
}

const leaksLike = ['--report-format', 'json', '--report-path', 'REPORT', '--no-banner', '--exit-code', '0'];

/** Scanners of a tree and of a history, each with its own defaults and without asking anyone over the network. */
export const peers = [
  { program: 'gitleaks', version: ['version'], tree: ['dir', '.', ...leaksLike], history: ['git', '.', ...leaksLike] },
  { program: 'betterleaks', version: ['version'], tree: ['dir', '.', ...leaksLike], history: ['git', '.', ...leaksLike] },
  { program: 'kingfisher', codes: [0, 200, 205], version: ['--version'], tree: ['scan', '.', '--no-validate', '--no-update-check', '--git-history=none'], history: ['scan', '.', '--no-validate', '--no-update-check', '--git-history=full'] },
  { program: 'trufflehog', codes: [0, 183], version: ['--version'], tree: ['filesystem', '.', '--no-verification', '--no-update'], history: ['git', 'file://.', '--no-verification', '--no-update'] },
  { program: 'detect-secrets', version: ['--version'], tree: ['scan', '--all-files', '--no-verify', '.'] },
  { program: 'secretlint', codes: [0, 1], version: ['--version'], tree: ['**/*', '--secretlintrcJSON', '{"rules":[{"id":"@secretlint/secretlint-rule-preset-recommend"}]}'] },
];

/** Some end in their own ways when they find something. */
export const runPeer = ({ program, codes = [0] }, args, cwd, folder) => ({ file: program, args: args.map((word) => (word === 'REPORT' ? path.join(folder, 'peer.json') : word)), cwd, codes, isOptional: true });
