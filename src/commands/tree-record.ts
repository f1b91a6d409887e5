/** Files of a tree in the order of their paths, with numbers of each. */
export interface TreeRecord {
  readonly paths: Iterable<string>;
  /** By file: 0 for one of which nothing is known, else how it was read, counted from 1. */
  readonly readings: Uint8Array;
  /** By file: bytes, inode, and when its content and its state changed, in milliseconds. */
  readonly numbers: Float64Array;
}

/** One whose paths can be read again. */
export interface ListedRecord extends TreeRecord {
  readonly paths: readonly string[];
}

/** Numbers of each file. */
export const width = 4;

export const createRecord = (paths: readonly string[]): ListedRecord => ({ paths, readings: new Uint8Array(paths.length), numbers: new Float64Array(paths.length * width) });

/** What is known of a file. */
export function copyRow(source: Omit<TreeRecord, 'paths'>, from: number, target: Omit<TreeRecord, 'paths'>, to: number): void {
  target.readings[to] = source.readings[from] ?? 0;
  for (let place = 0; place < width; place++) target.numbers[to * width + place] = source.numbers[from * width + place] ?? 0;
}

interface Head {
  readonly identity: string;
  readonly count: number;
  /** Of the paths, in UTF-8. */
  readonly pathBytes: number;
}

/** One line of JSON, then the paths with a NUL behind each, then the numbers, then the readings. Files of which nothing is known are left out. */
export function packRecord(identity: string, record: TreeRecord): Uint8Array {
  const { paths, readings } = record;
  let [count, pathBytes, index] = [0, 0, 0];
  for (const path of paths) {
    if (readings[index++] === 0) continue;
    count++;
    pathBytes += Buffer.byteLength(path) + 1;
  }
  const head = toHead({ identity, count, pathBytes });
  const [numbersAt, readingsAt, end] = getParts(head.length, { count, pathBytes });
  // all at once: there may be very many
  const bytes = Buffer.from(new ArrayBuffer(end));
  const packed = { numbers: toNumbers(bytes.subarray(numbersAt, readingsAt)), readings: bytes.subarray(readingsAt) };
  let [at, to, from] = [head.copy(bytes), 0, -1];
  for (const path of paths) {
    if (readings[++from] === 0) continue;
    // zeros are there already
    at += bytes.write(path, at) + 1;
    copyRow(record, from, packed, to++);
  }
  return bytes;
}

/** Where the numbers begin, where the readings do, and where all ends. */
function getParts(headBytes: number, { count, pathBytes }: Pick<Head, 'count' | 'pathBytes'>): readonly [numbersAt: number, readingsAt: number, end: number] {
  const numbersAt = headBytes + pathBytes;
  const readingsAt = numbersAt + count * width * 8;
  return [numbersAt, readingsAt, readingsAt + count];
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
  const [numbersAt, readingsAt, end] = getParts(head.length, head.value);
  if (bytes.length !== end || numbersAt % 8 !== 0) return undefined;
  return {
    paths: readPaths(bytes.toString('utf8', head.length, numbersAt)),
    numbers: toNumbers(bytes.subarray(numbersAt, readingsAt)),
    readings: bytes.subarray(readingsAt),
  };
}

/** A view, but for bytes that lie within others. */
const toNumbers = (bytes: Buffer): Float64Array => (bytes.byteOffset % 8 === 0 ? new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8) : new Float64Array(new Uint8Array(bytes).buffer));

function readHead(bytes: Buffer): { readonly value: Head | null; readonly length: number } | undefined {
  const end = bytes.indexOf(10);
  if (end === -1) return undefined;
  try {
    return { value: JSON.parse(bytes.toString('utf8', 0, end)) as Head | null, length: end + 1 };
  } catch {
    return undefined;
  }
}

/** One after the other: there may be very many. */
function* readPaths(text: string): Generator<string> {
  for (let start = 0, end = text.indexOf('\0'); end !== -1; start = end + 1, end = text.indexOf('\0', start)) yield text.slice(start, end);
}
