import { isSystemError } from './pack-files.ts';
import { blobType } from './pack-objects.ts';
import { createPackedRoom, type Packed } from './packed-room.ts';
import { getUnpacker } from './thread-unpacker.ts';

/** Reads single blobs of packs, by the numbers that `findPacked` gives. Undefined for what is left to git. */
export type ReadPacked = (number: number, sizeLimit: number) => Uint8Array | undefined;

/** The room is made when the first one is asked for. */
export function createPackedBlobs(packs: readonly Packed[]): ReadPacked {
  const open = (): ReadPacked => {
    const unpacker = packs.length === 0 ? undefined : getUnpacker();
    if (unpacker === undefined) return () => undefined;
    const room = createPackedRoom(packs, { unpacker, scratchSize: 0, ownCount: 0, getOwn: () => undefined });
    return (number, sizeLimit) => {
      if (number === -1 || room.getType(number) !== blobType) return undefined;
      try {
        const address = room.open(number);
        const size = room.getSize(number);
        return address === -1 || size > sizeLimit ? undefined : unpacker.bytes.slice(address, address + size);
      } catch (error) {
        // a pack that was written anew
        if (!isSystemError(error)) throw error;
        return undefined;
      }
    };
  };
  let read: ReadPacked | undefined;
  return (number, sizeLimit) => (read ??= open())(number, sizeLimit);
}
