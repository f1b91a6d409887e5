import { lstatSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What the nearest `package.json` says. */
export interface PackageFacts {
  readonly moduleType?: 'module' | 'commonjs';
  readonly dependencies?: ReadonlySet<string>;
}

const unknown: PackageFacts = {};
const factsOfFolders = new Map<string, PackageFacts>();

/** Looks from a file's folder up to `root`, never above it; an unreadable `package.json` counts as none. */
export function getPackageFacts(root: string, file: string): PackageFacts {
  const folder = path.dirname(path.resolve(root, file));
  const known = factsOfFolders.get(folder);
  if (known !== undefined) return known;
  const facts = readPackage(path.join(folder, 'package.json')) ?? (isBelow(root, folder) ? getPackageFacts(root, folder) : unknown);
  factsOfFolders.set(folder, facts);
  return facts;
}

const isBelow = (root: string, folder: string): boolean => {
  const relative = path.relative(path.resolve(root), folder);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
};

/** Files beside a `.env` in which a program is started. */
const startFiles = ['package.json', 'Dockerfile', 'Procfile', 'Makefile', 'justfile', 'compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml', 'README.md'];

/** Whether a file that starts programs, in the file's folder or above it up to `root`, passes the test. */
export function someStartFile(root: string, file: string, test: (text: string) => boolean): boolean {
  const folder = path.dirname(path.resolve(root, file));
  if (startFiles.some((name) => test(readSmall(path.join(folder, name))))) return true;
  return isBelow(root, folder) && someStartFile(root, path.relative(root, folder), test);
}

function readSmall(file: string): string {
  try {
    return lstatSync(file).isFile() && statSync(file).size <= 1_000_000 ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}

function readPackage(file: string): PackageFacts | undefined {
  try {
    if (!statSync(file).isFile() || statSync(file).size > 1_000_000) return undefined;
    const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof data === 'object' && data !== null ? toFacts(data) : undefined;
  } catch {
    return undefined;
  }
}

function toFacts(data: object): PackageFacts {
  const lists = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].map((key) => (data as Record<string, unknown>)[key]);
  const names = lists.flatMap((list) => (typeof list === 'object' && list !== null ? Object.keys(list) : []));
  return { moduleType: 'type' in data && data.type === 'module' ? 'module' : 'commonjs', dependencies: new Set(names) };
}
