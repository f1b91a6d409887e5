/** Files of a tree in the order of their paths, with numbers of each. */
export interface TreeRecord {
  readonly paths: Iterable<string>;
  /** By file: 0 for one of which nothing is known, else how it was read, counted from 1. */
  readonly readings: Uint8Array;
  /** By file: bytes, inode, and when its content and its state changed, in milliseconds. */
  readonly numbers: Float64Array;
}

/** Numbers of each file. */
export const width = 4;

export const createRecord = (paths: readonly string[]): TreeRecord & { readonly paths: readonly string[] } => ({ paths, readings: new Uint8Array(paths.length), numbers: new Float64Array(paths.length * width) });

interface Head {
  readonly identity: string;
  readonly count: number;
  /** Of the paths, in UTF-8. */
  readonly pathBytes: number;
}

/** One line of JSON, then the paths with a NUL behind each, then the numbers, then the readings. Files of which nothing is known are left out. */
export function packRecord(identity: string, { paths, readings, numbers }: TreeRecord): Uint8Array {
  const kept: number[] = [];
  const names: string[] = [];
  let index = 0;
  for (const path of paths) {
    if (readings[index] !== 0) {
      kept.push(index);
      names.push(path);
    }
    index++;
  }
  const pathBytes = Buffer.from(names.map((path) => `${path}\0`).join(''));
  const own = new Float64Array(kept.length * width);
  for (const [to, from] of kept.entries()) own.set(numbers.subarray(from * width, (from + 1) * width), to * width);
  const head = Buffer.from(`${JSON.stringify({ identity, count: kept.length, pathBytes: pathBytes.length } satisfies Head)}\n`);
  return Buffer.concat([head, pathBytes, new Uint8Array(own.buffer), Uint8Array.from(kept, (from) => readings[from] ?? 0)]);
}

/** Undefined for what is of another identity, or was damaged. */
export function openRecord(bytes: Buffer, identity: string): TreeRecord | undefined {
  const head = readHead(bytes);
  if (head?.value?.identity !== identity) return undefined;
  const { end, value: { count, pathBytes } } = head;
  const [numbersAt, readingsAt] = [end + pathBytes, end + pathBytes + count * width * 8];
  if (bytes.length !== readingsAt + count) return undefined;
  return {
    paths: readPaths(bytes.toString('utf8', end, numbersAt)),
    // numbers lie at multiples of their size only in a copy
    numbers: new Float64Array(new Uint8Array(bytes.subarray(numbersAt, readingsAt)).buffer),
    readings: bytes.subarray(readingsAt),
  };
}

function readHead(bytes: Buffer): { readonly value: Head | null; readonly end: number } | undefined {
  const end = bytes.indexOf(10);
  if (end === -1) return undefined;
  try {
    return { value: JSON.parse(bytes.toString('utf8', 0, end)) as Head | null, end: end + 1 };
  } catch {
    return undefined;
  }
}

/** One after the other: there may be very many. */
function* readPaths(text: string): Generator<string> {
  for (let start = 0, end = text.indexOf('\0'); end !== -1; start = end + 1, end = text.indexOf('\0', start)) yield text.slice(start, end);
}
