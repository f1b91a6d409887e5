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
  let [count, pathBytes, index] = [0, 0, 0];
  for (const path of paths) {
    if (readings[index++] === 0) continue;
    count++;
    pathBytes += Buffer.byteLength(path) + 1;
  }
  const head = toHead({ identity, count, pathBytes });
  const numbersAt = head.length + pathBytes;
  // all at once: there may be very many
  const bytes = Buffer.from(new ArrayBuffer(numbersAt + count * (width * 8 + 1)));
  const own = new Float64Array(bytes.buffer, numbersAt, count * width);
  let [at, to, from] = [head.copy(bytes), 0, -1];
  for (const path of paths) {
    if (readings[++from] === 0) continue;
    // zeros are there already
    at += bytes.write(path, at) + 1;
    for (let place = 0; place < width; place++) own[to * width + place] = numbers[from * width + place] ?? 0;
    bytes[numbersAt + count * width * 8 + to++] = readings[from] ?? 0;
  }
  return bytes;
}

/** As long as it takes for the numbers to begin at a multiple of their size. */
function toHead(head: Head): Buffer {
  const text = JSON.stringify(head);
  return Buffer.from(`${text}${' '.repeat(7 - ((Buffer.byteLength(text) + head.pathBytes) % 8))}\n`);
}

/** Undefined for what is of another identity, or was damaged. */
export function openRecord(bytes: Buffer, identity: string): TreeRecord | undefined {
  const head = readHead(bytes);
  if (head?.value?.identity !== identity) return undefined;
  const { end, value: { count, pathBytes } } = head;
  const [numbersAt, readingsAt] = [end + pathBytes, end + pathBytes + count * width * 8];
  if (bytes.length !== readingsAt + count || numbersAt % 8 !== 0) return undefined;
  return {
    paths: readPaths(bytes.toString('utf8', end, numbersAt)),
    numbers: toNumbers(bytes.subarray(numbersAt, readingsAt)),
    readings: bytes.subarray(readingsAt),
  };
}

/** A view, but for bytes that lie within others. */
const toNumbers = (bytes: Buffer): Float64Array => (bytes.byteOffset % 8 === 0 ? new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8) : new Float64Array(new Uint8Array(bytes).buffer));

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
