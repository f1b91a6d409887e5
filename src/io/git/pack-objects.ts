import { fstatSync, readSync } from 'node:fs';
import { findLowest } from '../../core/range-list.ts';
import { offsetDelta, readEntryHead } from './pack-entry.ts';
import type { PackIndex } from './pack-index.ts';

/** The entries of a pack, as their headers tell; in the order of the pack. */
export interface PackObjects {
  /** Where the packed bytes of an entry begin, and where they end. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Bytes when unpacked, of a delta its own; `tooLarge` for 4 GB and more. */
  readonly sizes: Uint32Array;
  readonly types: Uint8Array;
  /** The entry that a delta is against; -1 where there is none. */
  readonly bases: Int32Array;
}

/** Types of gitformat-pack, "Pack file entry". */
export const blobType = 3;
const idDelta = 7;

export const isDelta = (type: number | undefined): boolean => type === offsetDelta || type === idDelta;

export const tooLarge = 0xffff_ffff;

/** Reads the headers one after the other. Undefined for a pack that does not fit its index. */
export function readPackObjects(descriptor: number, { count, idLength, offsets, find }: PackIndex): PackObjects | undefined {
  const { size } = fstatSync(descriptor);
  const read = createReader(descriptor);
  const head = read(0);
  // "PACK", version 2 or 3, number of entries
  if (size < 12 + idLength || head.readUInt32BE(0) !== 0x5041_434b || ![2, 3].includes(head.readUInt32BE(4)) || head.readUInt32BE(8) !== count) return undefined;
  const objects = { starts: new Float64Array(count), ends: new Float64Array(count), sizes: new Uint32Array(count), types: new Uint8Array(count), bases: new Int32Array(count).fill(-1) };
  for (let entry = 0; entry < count; entry++) {
    const offset = offsets[entry] ?? 0;
    const end = offsets[entry + 1] ?? size - idLength;
    if (end <= offset || end > size - idLength) return undefined;
    const bytes = read(offset);
    const { type, size: length, back, end: headEnd } = readEntryHead(bytes);
    if (type === offsetDelta) objects.bases[entry] = findOffset(offsets, offset - back, entry);
    else if (type === idDelta) objects.bases[entry] = find(bytes.subarray(headEnd, headEnd + idLength));
    objects.types[entry] = type;
    objects.sizes[entry] = Math.min(length, tooLarge);
    objects.starts[entry] = offset + headEnd + (type === idDelta ? idLength : 0);
    objects.ends[entry] = end;
  }
  return objects;
}

function findOffset(offsets: Float64Array, offset: number, before: number): number {
  const low = findLowest(before, (at) => (offsets[at] ?? 0) >= offset);
  return low < before && offsets[low] === offset ? low : -1;
}

const windowSize = 1 << 20;
const headSize = 64;

/** Some bytes from a place on, for places that mostly come in their order; zeros behind the end. */
function createReader(descriptor: number): (offset: number) => Buffer {
  const window = Buffer.alloc(windowSize);
  let start = 0;
  let length = 0;
  return (offset) => {
    if (offset < start || offset + headSize > start + length) {
      start = offset;
      length = windowSize;
      const count = readSync(descriptor, window, 0, windowSize, offset);
      window.fill(0, count);
    }
    return window.subarray(offset - start, offset - start + headSize);
  };
}
