import { fstatSync, readSync } from 'node:fs';
import { findLowest } from '../../core/range-list.ts';
import { offsetDelta, readEntryHead } from './pack-entry.ts';
import type { PackIndex } from './pack-index.ts';

/** The entries of a pack, as their headers tell; in the order of the pack. In memory that threads share. */
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

/** Reads the heads one after the other, in `bytes` where these are all of the pack. Undefined for a pack that does not fit its index. */
export function readPackObjects(descriptor: number, { count, idLength, offsets, find }: PackIndex, whole: Uint8Array | undefined): PackObjects | undefined {
  const { size } = fstatSync(descriptor);
  const seek = whole?.length === size ? (offset: number): Place => ({ bytes: whole, at: offset }) : createReader(descriptor);
  // "PACK", version 2 or 3, number of entries
  const head = seek(0);
  const [mark, version, entries] = [0, 4, 8].map((at) => readWord(head.bytes, head.at + at));
  if (size < 12 + idLength || mark !== 0x5041_434b || (version !== 2 && version !== 3) || entries !== count) return undefined;
  const objects = { starts: new Float64Array(share(count * 8)), ends: new Float64Array(share(count * 8)), sizes: new Uint32Array(share(count * 4)), types: new Uint8Array(share(count)), bases: new Int32Array(share(count * 4)).fill(-1) };
  for (let entry = 0; entry < count; entry++) {
    const offset = offsets[entry] ?? 0;
    const end = offsets[entry + 1] ?? size - idLength;
    if (end <= offset || end > size - idLength) return undefined;
    const { bytes, at } = seek(offset);
    const { type, size: length, back, end: headEnd } = readEntryHead(bytes, at);
    if (type === offsetDelta) objects.bases[entry] = findOffset(offsets, offset - back, entry);
    else if (type === idDelta) objects.bases[entry] = find(bytes, headEnd);
    objects.types[entry] = type;
    objects.sizes[entry] = Math.min(length, tooLarge);
    objects.starts[entry] = offset + headEnd - at + (type === idDelta ? idLength : 0);
    objects.ends[entry] = end;
  }
  return objects;
}

/** Some bytes of a pack, those from `at` on. */
interface Place {
  readonly bytes: Uint8Array;
  readonly at: number;
}

const readWord = (bytes: Uint8Array, at: number): number => (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0;

const share = (length: number): SharedArrayBuffer => new SharedArrayBuffer(length);

function findOffset(offsets: Float64Array, offset: number, before: number): number {
  const low = findLowest(before, (at) => (offsets[at] ?? 0) >= offset);
  return low < before && offsets[low] === offset ? low : -1;
}

const windowSize = 1 << 20;
const headSize = 64;

/** Some bytes from a place on, for places that mostly come in their order; zeros behind the end. */
function createReader(descriptor: number): (offset: number) => Place {
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
    return { bytes: window, at: offset - start };
  };
}
