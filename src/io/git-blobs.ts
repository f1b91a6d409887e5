import { spawn, spawnSync } from 'node:child_process';
import { startReading } from './git/cat-file.ts';
import { safety } from './git.ts';
import { createLooseReader } from './loose-object.ts';

/** A file as git holds it. */
export interface BlobEntry {
  /** Relative to the top of the work tree, with forward slashes. */
  readonly path: string;
  readonly id: string;
}

type Content = Uint8Array | 'missing' | 'too large';

/** The content of each entry, by its place in the list; first what needs no process, then the rest in one. */
export async function* readBlobs(root: string, entries: readonly BlobEntry[], sizeLimit: number): AsyncGenerator<readonly [index: number, content: Content]> {
  const readLoose = createLooseReader(root);
  const rest: number[] = [];
  for (const [index, { id }] of entries.entries()) {
    const bytes = readLoose(id);
    if (bytes === undefined) rest.push(index);
    else yield [index, bytes.length > sizeLimit ? 'too large' : bytes];
  }
  for await (const [place, content] of readPacked(root, rest.map((index) => entries[index]?.id ?? ''), sizeLimit)) yield [rest[place] ?? 0, content];
}

/** The same for one of them, at once; undefined where git cannot read it. */
export function readBlob(root: string, id: string, sizeLimit: number): Uint8Array | undefined {
  const loose = createLooseReader(root)(id);
  if (loose !== undefined) return loose;
  const { status, stdout } = spawnSync('git', ['--no-pager', ...safety, 'cat-file', 'blob', id], { cwd: root, maxBuffer: sizeLimit + 1, stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? stdout : undefined;
}

/** Holds no more at a time than git sends at a time, or one large file. */
async function* readPacked(root: string, ids: readonly string[], sizeLimit: number): AsyncGenerator<readonly [index: number, content: Content]> {
  if (ids.length === 0) return;
  const child = spawn('git', ['--no-pager', ...safety, 'cat-file', '--batch', '--buffer'], { cwd: root, stdio: ['pipe', 'pipe', 'ignore'] });
  // without git, or where it ends before it has read everything, the rest is missing
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.stdin.end(ids.map((id) => `${id}\n`).join(''));
  const ready: [number, Content][] = [];
  const reading = startReading(sizeLimit, (index, content) => ready.push([index, typeof content === 'string' ? content : new Uint8Array(content)]));
  for await (const chunk of child.stdout) {
    reading.add(chunk as Buffer);
    yield* ready.splice(0);
  }
  for (let index = reading.count; index < ids.length; index++) yield [index, 'missing'];
}
