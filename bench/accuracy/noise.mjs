// Reports over the npm packages that this project itself has installed. They are copied out of node_modules, and their build
// folders get other names, since those are skipped by default.
import { copyFileSync, linkSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const modules = path.resolve(import.meta.dirname, '../../node_modules');
const endings = /\.(?:[cm]?jsx?|[cm]?tsx?|json|ya?ml|md|sh|toml|xml|html|css|py|php)$/u;
const otherNames = new Map([['dist', 'made'], ['build', 'built'], ['out', 'output'], ['vendor', 'others'], ['node_modules', 'nested'], ['coverage', 'covered']]);
const maxSize = 2_000_000;
const maxFilesOfPackage = 300;

export function measureNoise(target, scan) {
  const files = readdirSync(modules).sort().flatMap((name) => listFiles(path.join(modules, name)).filter(isText).slice(0, maxFilesOfPackage));
  let lines = 0;
  for (const file of files) {
    const parts = path.relative(modules, file).split(path.sep).map((part) => otherNames.get(part) ?? part);
    const copy = path.join(target, ...parts);
    mkdirSync(path.dirname(copy), { recursive: true });
    linkOrCopy(file, copy);
    lines += readFileSync(file).filter((byte) => byte === 10).length;
  }
  const { reports, files: scanned } = scan(target);
  return { reports, files: files.length, scanned, lines };
}

/** A hard link is far quicker, where both lie on one file system. */
function linkOrCopy(file, copy) {
  try {
    linkSync(file, copy);
  } catch {
    copyFileSync(file, copy);
  }
}

const isText = (file) => endings.test(file) && readFileSync(file).length <= maxSize;

function listFiles(folder) {
  if (path.basename(folder).startsWith('.')) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? listFiles(file) : entry.isFile() && !entry.name.startsWith('.') ? [file] : [];
    });
}
