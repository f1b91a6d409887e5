import { spawn } from 'node:child_process';
import { safety } from '../git.ts';
import type { Repository } from './repository.ts';

/** Called for each object, in the order asked for. The bytes are only good until it returns. */
export type VisitObject = (index: number, content: Uint8Array | 'missing' | 'too large') => void;

/**
 * The content of objects, by `git cat-file`. Nothing larger than `sizeLimit` is kept. Git gives up at an object that is damaged: that one is
 * missing, and git is asked for the others again. After an abort nothing more is said. What `pause` gives is awaited now and then.
 */
export async function readObjects(repository: Repository, ids: readonly string[], sizeLimit: number, visit: VisitObject, { signal, pause }: ReadingOptions = {}): Promise<void> {
  let index = 0;
  for (let attempt = 0; index < ids.length && attempt < mostAttempts; attempt++) {
    const start = index;
    index += await readUntilFailure(repository, ids.slice(start), sizeLimit, (at, content) => visit(start + at, content), { signal, pause });
    if (signal?.aborted === true) return;
    if (index < ids.length) visit(index++, 'missing');
  }
  for (; index < ids.length; index++) visit(index, 'missing');
}

const mostAttempts = 100;

interface ReadingOptions {
  readonly signal?: AbortSignal | undefined;
  readonly pause?: (() => Promise<void>) | undefined;
}

/** How many were answered. */
async function readUntilFailure({ folder }: Repository, ids: readonly string[], sizeLimit: number, visit: VisitObject, { signal, pause }: ReadingOptions): Promise<number> {
  const child = spawn('git', ['--no-pager', ...safety, 'cat-file', '--batch', '--buffer'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'], ...(signal === undefined ? {} : { signal }) });
  const ended = new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('close', () => resolve());
  });
  // git may end before it has read everything
  child.stdin.on('error', () => undefined);
  child.stdin.end(ids.map((id) => `${id}\n`).join(''));
  const reading = startReading(sizeLimit, visit);
  for await (const chunk of child.stdout) {
    reading.add(chunk as Buffer);
    await pause?.();
  }
  await ended;
  return reading.count;
}

interface Reading {
  add(chunk: Buffer): void;
  /** Objects that were answered. */
  readonly count: number;
}

/** `id type size LF content LF`, or `id missing LF` (git-cat-file, batch output). */
export function startReading(sizeLimit: number, visit: VisitObject): Reading {
  let count = 0;
  let header = '';
  let content = Buffer.alloc(1 << 16);
  let length = 0;
  /** Bytes of the object that are still to come, its line feed among them; 0 while a header is read. */
  let left = 0;
  let isKept = false;

  const begin = (line: string): void => {
    const size = Number(line.split(' ')[2] ?? Number.NaN);
    if (Number.isNaN(size)) return visit(count++, 'missing');
    isKept = size <= sizeLimit;
    if (isKept && size >= content.length) content = Buffer.alloc(2 ** Math.ceil(Math.log2(size + 2)));
    length = 0;
    left = size + 1;
  };
  const take = (chunk: Buffer, start: number): number => {
    const end = Math.min(chunk.length, start + left);
    if (isKept) length += chunk.copy(content, length, start, end);
    left -= end - start;
    if (left === 0) visit(count++, isKept ? content.subarray(0, length - 1) : 'too large');
    return end;
  };
  const takeHeader = (chunk: Buffer, start: number): number => {
    const end = chunk.indexOf(10, start);
    header += chunk.toString('latin1', start, end === -1 ? chunk.length : end);
    if (end === -1) return chunk.length;
    const line = header;
    header = '';
    begin(line);
    return end + 1;
  };
  return {
    get count() {
      return count;
    },
    add(chunk) {
      for (let at = 0; at < chunk.length; ) at = left > 0 ? take(chunk, at) : takeHeader(chunk, at);
    },
  };
}
