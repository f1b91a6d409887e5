import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import type { GitObject } from '../loose-object.ts';
import { inflate } from './inflate.ts';
import { offsetDelta, readEntryHead } from './pack-entry.ts';

/**
 * Reads single objects out of packs, without their index being read whole (gitformat-pack, versions 2 of packs and of their indexes).
 * Undefined for what is in none of them, or is unusual.
 */
export function createPackedReader(folder: string): (id: string) => GitObject | undefined {
  let packs: readonly string[] | undefined;
  return (id) => {
    try {
      packs ??= readdirSync(`${folder}/pack`).filter((name) => name.endsWith('.idx')).map((name) => `${folder}/pack/${name.slice(0, -4)}`);
      const wanted = Buffer.from(id, 'hex');
      for (const pack of packs) {
        const offset = readFrom(`${pack}.idx`, (read) => findOffset(read, wanted));
        if (offset !== undefined) return readFrom(`${pack}.pack`, (read) => readEntry(read, offset, mostDeltas));
      }
    } catch {
      // git says what is wrong with it
    }
    return undefined;
  };
}

/** Bytes of a file from a place on. */
type Read = (offset: number, length: number) => Buffer;

function readFrom<T>(file: string, ask: (read: Read) => T): T {
  const descriptor = openSync(file, 'r');
  try {
    return ask((offset, length) => {
      const bytes = Buffer.allocUnsafe(length);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, length, offset));
    });
  } finally {
    closeSync(descriptor);
  }
}

const idLength = 20;

/** Mark, version, and for each first byte how many ids there are up to it. */
const tablesAt = 8 + 256 * 4;

function findOffset(read: Read, id: Buffer): number | undefined {
  const head = read(0, tablesAt);
  if (head.readUInt32BE(0) !== 0xff74_4f63 || head.readUInt32BE(4) !== 2) throw new RangeError('another version');
  const getCount = (first: number): number => (first < 0 ? 0 : head.readUInt32BE(8 + first * 4));
  const first = id[0] ?? 0;
  const from = getCount(first - 1);
  const ids = read(tablesAt + from * idLength, (getCount(first) - from) * idLength);
  let place = ids.indexOf(id);
  while (place > 0 && place % idLength !== 0) place = ids.indexOf(id, place + 1);
  if (place === -1) return undefined;
  const count = getCount(255);
  const offsetsAt = tablesAt + count * (idLength + 4);
  const offset = read(offsetsAt + (from + place / idLength) * 4, 4).readUInt32BE(0);
  return offset < 0x8000_0000 ? offset : Number(read(offsetsAt + count * 4 + (offset & 0x7fff_ffff) * 8, 8).readBigUInt64BE(0));
}

const types: Readonly<Record<number, string>> = { 1: 'commit', 2: 'tree', 3: 'blob', 4: 'tag' };
const mostDeltas = 60;
const mostBytes = 1 << 20;

function readEntry(read: Read, offset: number, depth: number): GitObject | undefined {
  const bytes = read(offset, 4096);
  const { type, size, back, end: at } = readEntryHead(bytes);
  const name = types[type];
  if (size > mostBytes || depth === 0 || (name === undefined && type !== offsetDelta)) return undefined;
  // what does not shrink is a little longer when packed
  const packed = size + 512 <= 4096 - at ? bytes.subarray(at) : read(offset + at, size + 1024);
  const content = inflate(packed, size);
  if (name !== undefined) return { type: name, content };
  const base = readEntry(read, offset - back, depth - 1);
  return base === undefined ? undefined : { type: base.type, content: applyDelta(base.content, content) };
}

/** Two sizes, then pieces to copy and bytes to insert (gitformat-pack, "Deltified representation"). Throws for one that does not fit. */
function applyDelta(base: Buffer, delta: Buffer): Buffer {
  let at = 0;
  const readSize = (): number => {
    let size = 0;
    let byte = 128;
    for (let unit = 1; byte >= 128; unit *= 128) {
      byte = delta[at++] ?? 0;
      size += (byte & 127) * unit;
    }
    return size;
  };
  if (readSize() !== base.length) throw new RangeError('another base');
  const length = readSize();
  const parts: Buffer[] = [];
  while (at < delta.length) {
    const code = delta[at++] ?? 0;
    if (code < 128) parts.push(delta.subarray(at, (at += code)));
    else {
      let from = 0;
      let count = 0;
      for (let bit = 0; bit < 4; bit++) if ((code & (1 << bit)) !== 0) from += (delta[at++] ?? 0) * 256 ** bit;
      for (let bit = 0; bit < 3; bit++) if ((code & (16 << bit)) !== 0) count += (delta[at++] ?? 0) * 256 ** bit;
      parts.push(base.subarray(from, from + (count === 0 ? 0x1_0000 : count)));
    }
  }
  const whole = Buffer.concat(parts);
  if (whole.length !== length) throw new RangeError('another length');
  return whole;
}
