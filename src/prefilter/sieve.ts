import { mayBeAssigned, mayBeToldBy, type NameInBytes } from './assigned-bytes.ts';
import { isOpenedInBytes, isTyped } from './call-bytes.ts';
import type { TextPlaces } from './given-value.ts';
import type { KindTable } from './name-bytes.ts';
import type { Reading } from './reading.ts';
import type { SharedOwner } from './shared-keywords.ts';

/** A part of a file. */
export interface Sifted {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly reading: Reading;
  readonly kinds: KindTable;
  readonly getTextPlaces: () => TextPlaces;
  /** What stands elsewhere is not looked at. */
  readonly own: readonly [start: number, end: number];
}

/**
 * Whether a mark has to be looked at, told by bytes alone; asked for all marks in their order. Those of formats have no owners here.
 * `whole`: what it asks for may be anywhere.
 */
export type Sieve = (owners: readonly SharedOwner[] | undefined, index: number) => boolean | 'whole';

export function createSieve(part: Sifted): Sieve {
  const { bytes, length, reading, kinds, getTextPlaces } = part;
  const [start, end] = part.own;
  const getGift = createGiftTest(reading, getTextPlaces);
  let nameEnd = 0;
  const isOpenAt = (index: number): boolean => {
    if (index < nameEnd) return false;
    kinds.seek(bytes, index, length);
    nameEnd = kinds.end;
    if (index < start || index >= end) return false;
    const gift = getGift({ bytes, length, start: kinds.start, end: kinds.end });
    if (gift === 'none') return false;
    const kind = kinds.getKind(bytes);
    return kind === 'password' || (kind === 'secret' && gift === 'given');
  };
  return (owners, index) => {
    if (owners === undefined) return index >= start && index < end;
    if (owners.some(({ kind }) => kind === 'escape' || kind === 'spelled' || kind === 'hidden')) return 'whole';
    return owners.some((owner) => (owner.kind === 'stem' ? isOpenAt(index) : index >= start && index < end && isOpenMark(owner, part, index)));
  };
}

/** As they are met in a part of which nothing but secrets is asked. */
function isOpenMark({ kind, length }: Exclude<SharedOwner, { kind: 'stem' }>, { bytes, reading }: Sifted, index: number): boolean {
  switch (kind) {
    case 'call':
      return reading !== 'tokens' && isOpenedInBytes(bytes, index, length);
    case 'typed':
      return reading !== 'tokens' && isTyped(bytes, index, length);
    case 'converted':
      return reading !== 'tokens';
    case 'told':
      return reading === 'bare-text';
    default:
      return false;
  }
}

/** Whether something may be given to a name in a text that is read line by line, or, if it is that of a password, told in other words. */
export type Gift = 'none' | 'told' | 'given';

export function createGiftTest(reading: Reading, getTextPlaces: () => TextPlaces): (name: NameInBytes) => Gift {
  if (reading === 'tokens') return () => 'none';
  if (reading === 'text') return (name) => (mayBeAssigned(name, true) ? 'given' : 'none');
  const { place, hasBare, hasCommands, isTelling } = getTextPlaces();
  const isQuotedOnly = !hasCommands && (place === 'text' || !hasBare);
  return (name) => (mayBeAssigned(name, isQuotedOnly) ? 'given' : isTelling && mayBeToldBy(name) ? 'told' : 'none');
}
