// The main job on examples/shop: fill in made-up secrets in a temporary folder, scan, show the edits, apply them, scan again.
// `--keep` leaves the folder; `--quiet` prints only failures.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const command = path.join(root, 'dist/bin/paramguard.cjs');
const isQuiet = process.argv.includes('--quiet');
const folder = mkdtempSync(path.join(tmpdir(), 'paramguard-shop-'));

const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const pick = (length, alphabet = characters) => Array.from({ length }, () => alphabet[Math.floor(Math.random() * alphabet.length)]).join('');

/** Made up anew for every run. */
const secrets = {
  'db-password': `${pick(9)}!${pick(4)}#${pick(2, '0123456789')}`,
  'session-secret': pick(32),
  'stripe-key': ['sk', 'live', pick(24)].join('_'),
  'github-token': ['ghp', pick(36)].join('_'),
};

/** The inventory is as fresh as if `paramguard sync` had just run. */
const takenAt = new Date(Date.now() - 3 * 60_000).toISOString();

const fill = (text) => text.replace(/%([a-z-]+)%/g, (placeholder, name) => secrets[name] ?? placeholder).replace(/"takenAt": "[^"]*"/, `"takenAt": "${takenAt}"`);

function prepare() {
  cpSync(path.join(root, 'examples/shop'), folder, { recursive: true });
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    writeFileSync(file, fill(readFileSync(file, 'utf8')));
  }
}

function run(title, args, expected) {
  const result = spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8' });
  const output = result.stdout + result.stderr;
  if (!isQuiet) process.stdout.write(`\n$ paramguard ${args.join(' ')}    # ${title}\n\n${output}`);
  for (const [name, value] of Object.entries(secrets)) if (output.includes(value)) throw new Error(`the output shows ${name}`);
  if (result.status !== expected) throw new Error(`paramguard ${args.join(' ')}: exit ${result.status}, expected ${expected}\n${isQuiet ? output : ''}`);
}

try {
  prepare();
  run('what leaks, why, and the way out', ['scan'], 1);
  run('the edits as a diff, secrets masked', ['fix'], 1);
  run('write them', ['fix', '--apply'], 0);
  run('nothing is left', ['scan'], 0);
  process.stdout.write(`\nThe shop was clean after ${'paramguard fix --apply'}.${process.argv.includes('--keep') ? ` It is in ${folder}` : ''}\n`);
} catch (error) {
  process.stderr.write(`demo failed: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  if (!process.argv.includes('--keep')) rmSync(folder, { recursive: true, force: true });
}
