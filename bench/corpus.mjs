// The trees that are scanned: packages of npm, of fixed versions, in a cache folder outside the repository.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** About 27,000 files and 370 MB. */
const packages = ['aws-cdk-lib@2.276.0', 'date-fns@4.4.0', 'rxjs@7.8.2', 'core-js@3.51.0', 'monaco-editor@0.57.0', 'typescript@5.9.3', 'lucide-react@1.75.0', 'three@0.187.0'];

const cache = process.env.PARAMGUARD_BENCH_CACHE ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'paramguard-bench');

/** Trees by name: those that are asked for, else one of npm packages and what PARAMGUARD_BENCH_TREES names. */
export function getTrees(asked) {
  const named = asked.length > 0 ? asked : (process.env.PARAMGUARD_BENCH_TREES ?? '').split(path.delimiter);
  const own = named.filter((folder) => folder !== '' && existsSync(folder));
  const packed = asked.length > 0 ? undefined : getPackages();
  return [...(packed === undefined ? [] : [{ name: 'npm packages', folder: packed }]), ...own.map((folder, index) => ({ name: `tree ${String(index + 1)}`, folder: path.resolve(folder) }))];
}

/** Undefined, and a line, where they are neither there nor to be had. */
function getPackages() {
  const folder = path.join(cache, `npm-${packages.length}-${packages.join(' ').length}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  for (const name of packages) {
    const { status, stdout } = spawnSync('npm', ['pack', '--silent', '--ignore-scripts', name], { cwd: draft, encoding: 'utf8', timeout: 300_000 });
    const archive = stdout.trim().split('\n').at(-1) ?? '';
    const target = path.join(draft, name.replace(/@[^@]*$/, ''));
    mkdirSync(target, { recursive: true });
    if (status !== 0 || spawnSync('tar', ['-xzf', archive, '--strip-components=1', '-C', target], { cwd: draft }).status !== 0) {
      rmSync(draft, { recursive: true, force: true });
      process.stderr.write(`bench: ${name} cannot be fetched; no tree of npm packages\n`);
      return undefined;
    }
    rmSync(path.join(draft, archive));
  }
  renameSync(draft, folder);
  return folder;
}

/** Regular files below a folder, without `.git`, and how large they are together. */
export function listTree(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((name) => !/(?:^|\/)\.git\//.test(name))
    .sort();
  return { files, bytes: files.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0) };
}

/** A folder with so many of the files, spread over all of them. */
export function copySome(folder, files, count, target) {
  const step = files.length / count;
  for (let index = 0; index < count; index++) {
    const name = files[Math.floor(index * step)];
    mkdirSync(path.join(target, path.dirname(name)), { recursive: true });
    cpSync(path.join(folder, name), path.join(target, name));
  }
}

/** Text files of a tree one after the other, from the start again until there are so many bytes. */
export function writeText(folder, files, bytes, target) {
  rmSync(target, { force: true });
  let written = 0;
  while (written < bytes) {
    for (const name of files) {
      if (written >= bytes) return;
      const content = readFileSync(path.join(folder, name));
      if (content.includes(0)) continue;
      writeFileSync(target, content.subarray(0, bytes - written), { flag: 'a' });
      written += Math.min(content.length, bytes - written);
    }
  }
}
