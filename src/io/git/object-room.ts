import type { Unpacker } from '../../kernel/unpack.ts';
import { mostLoose, type LooseObjects } from './loose-objects.ts';
import type { PackFile } from './pack-files.ts';
import { createPackedRoom, findPacked, type PackedRoom } from './packed-room.ts';

/** Objects by number: those of the first pack first, those in files of their own at the end. */
export interface ObjectRoom extends Pick<PackedRoom, 'scratchAt' | 'open' | 'getSize' | 'isOpen'> {
  readonly count: number;
  toHex(number: number): string;
  /** The number of the object whose id stands at `offset`, -1 where it is not there. */
  find(bytes: Uint8Array, offset: number): number;
  /** A view of its bytes, until the next ones are asked for. */
  read(number: number): Buffer | undefined;
}

export function createObjectRoom(packs: readonly PackFile[], loose: LooseObjects, unpacker: Unpacker, scratchSize: number): ObjectRoom {
  const { firsts, count: packed, scratchAt, getPack, open, getSize, isOpen } = createPackedRoom(packs, { unpacker, scratchSize, ownCount: mostLoose, getOwn: loose.getContent });
  return {
    scratchAt,
    count: packed + mostLoose,
    open,
    getSize,
    isOpen,
    toHex(number) {
      if (number >= packed) return loose.toHex(number - packed);
      const which = getPack(number);
      const index = packs[which]?.index;
      if (index === undefined) return '';
      const place = index.numbers[number - (firsts[which] ?? 0)] ?? 0;
      return Buffer.from(index.ids.buffer, index.ids.byteOffset + place * index.idLength, index.idLength).toString('hex');
    },
    find(bytes, offset) {
      const number = findPacked(packs, bytes, offset);
      if (number !== -1) return number;
      const own = loose.find(bytes, offset);
      return own === -1 ? -1 : packed + own;
    },
    read(number) {
      const address = open(number);
      return address === -1 ? undefined : Buffer.from(unpacker.bytes.buffer, address, getSize(number));
    },
  };
}
