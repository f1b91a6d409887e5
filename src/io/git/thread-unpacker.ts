import { createUnpacker, type Unpacker } from '../../kernel/unpack.ts';

/** One memory for each thread: those who unpack packs do so one after the other, and what one left there the next one writes over. */
export function getUnpacker(): Unpacker | undefined {
  unpacker ??= createUnpacker() ?? 'none';
  return unpacker === 'none' ? undefined : unpacker;
}

let unpacker: Unpacker | 'none' | undefined;
