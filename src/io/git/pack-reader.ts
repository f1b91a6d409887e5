import { readSync } from 'node:fs';
import { slack, type Unpacker } from '../../kernel/unpack.ts';
import type { PackFile } from './pack-files.ts';
import { tooLarge } from './pack-objects.ts';

/** What of a pack its entries are unpacked from. */
type Packed = Pick<PackFile, 'objects' | 'descriptor' | 'bytes'>;

/** Unpacks entries of one pack after another into the memory of an unpacker. Behind what it writes there must be `slack` bytes of room. */
export interface PackReader {
  /** The first address that it leaves alone. */
  readonly end: number;
  /** Unpacks an entry that is no delta; false where that fails. */
  unpackWhole(pack: Packed, entry: number, to: number): boolean;
  /** Reads a delta and gives the size of what it makes of a base of `baseSize` bytes; -1 where that fails. */
  openDelta(pack: Packed, entry: number, baseSize: number): number;
  /** Makes that of the base; the number of spans at `spansAt`, or -1. */
  applyDelta(base: number, baseSize: number, to: number, size: number, shortestSpan: number): number;
  readonly spansAt: number;
}

/** The most that is read of the pack for one object, and room for a delta; what is larger is left to git. */
const windowSize = 8 << 20;
const deltaSize = 8 << 20;
const mostSpans = 1 << 14;
/** What is read at least of a pack that is not held. */
const leastRead = 1 << 14;

/** The memory: packed bytes, a delta, spans. */
export function createPackReader(unpacker: Unpacker): PackReader {
  const windowAt = unpacker.start;
  const deltaAt = windowAt + windowSize + slack;
  const spansAt = alignUp(deltaAt + deltaSize + slack);
  const end = alignUp(spansAt + mostSpans * 12);
  unpacker.reserve(end);
  let held: Packed | undefined;
  let windowStart = 0;
  let windowEnd = 0;
  let deltaFrom = 0;
  let deltaEnd = 0;

  /** Where the packed bytes of an entry are in the memory, -1 if they are too many or missing. */
  const load = (pack: Packed, start: number, stop: number): number => {
    if (stop - start > windowSize) return -1;
    if (pack.bytes !== undefined) {
      if (stop > pack.bytes.length) return -1;
      held = undefined;
      unpacker.bytes.set(pack.bytes.subarray(start, stop), windowAt);
      return windowAt;
    }
    if (held !== pack || start < windowStart || stop > windowEnd) {
      held = pack;
      windowStart = start;
      windowEnd = start + readSync(pack.descriptor, unpacker.bytes, windowAt, Math.max(stop - start, leastRead), start);
      if (stop > windowEnd) return -1;
    }
    return windowAt + start - windowStart;
  };
  const inflate = (pack: Packed, entry: number, to: number, size: number): boolean => {
    const start = pack.objects.starts[entry] ?? 0;
    const stop = pack.objects.ends[entry] ?? 0;
    const from = load(pack, start, stop);
    return from !== -1 && unpacker.inflate(from, stop - start, to, size);
  };
  return {
    end,
    spansAt,
    unpackWhole: (pack, entry, to) => inflate(pack, entry, to, pack.objects.sizes[entry] ?? tooLarge),
    openDelta(pack, entry, baseSize) {
      const length = pack.objects.sizes[entry] ?? tooLarge;
      if (length > deltaSize || !inflate(pack, entry, deltaAt, length)) return -1;
      deltaEnd = deltaAt + length;
      if (unpacker.readSize(deltaAt, deltaEnd) !== baseSize) return -1;
      const size = unpacker.readSize(unpacker.sizeEnd(), deltaEnd);
      deltaFrom = unpacker.sizeEnd();
      return size;
    },
    applyDelta: (base, baseSize, to, size, shortestSpan) => unpacker.applyDelta(base, baseSize, deltaFrom, deltaEnd, to, size, spansAt, mostSpans, shortestSpan),
  };
}

export const alignUp = (address: number): number => (address + 15) & ~15;
