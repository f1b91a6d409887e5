import { chunkSize } from './shared-work.ts';

/** The paths of a run as bytes, which threads share instead of having a copy each. */
export interface SharedNames {
  /** UTF-8, with a NUL after each path. */
  readonly bytes: Uint8Array;
  /** Where each chunk of paths begins, and where the last one ends. */
  readonly starts: Float64Array;
}

export function shareNames(paths: readonly string[]): SharedNames {
  const chunkCount = Math.ceil(paths.length / chunkSize);
  const starts = new Float64Array(new SharedArrayBuffer((chunkCount + 1) * 8));
  const chunks: Buffer[] = [];
  let length = 0;
  for (let chunk = 0; chunk < chunkCount; chunk++) {
    const bytes = Buffer.from(paths.slice(chunk * chunkSize, (chunk + 1) * chunkSize).map((path) => `${path}\0`).join(''));
    chunks.push(bytes);
    starts[chunk] = length;
    length += bytes.length;
  }
  starts[chunkCount] = length;
  const bytes = new Uint8Array(new SharedArrayBuffer(length));
  for (const [chunk, part] of chunks.entries()) bytes.set(part, starts[chunk]);
  return { bytes, starts };
}

/** The paths of one chunk. */
export const readNames = ({ bytes, starts }: SharedNames, chunk: number): string[] =>
  // a copy: what decodes text refuses memory that another thread could write to
  Buffer.from(bytes.slice(starts[chunk], starts[chunk + 1])).toString('utf8').split('\0').slice(0, -1);
