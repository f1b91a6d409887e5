import type { ByteClass } from './byte-class.ts';
import type { Keyword, Near, Stretch } from './keyword.ts';
import type { Pen } from './pen.ts';

/** Addresses of what a keyword asks for; 0 where it asks for nothing. */
export interface Conditions {
  readonly before: Place;
  readonly follows: number;
  readonly near: number;
  readonly reach: number;
}

/** A class: a table of one byte for each byte, and the bit that is the class's own; eight classes share a table. */
interface Place {
  readonly table: number;
  readonly bit: number;
}

/** Writes the classes, stretches and lists that keywords ask for, each of them once. */
export function writeConditions(keywords: readonly Keyword[], pen: Pen): readonly Conditions[] {
  const getPlace = writeClasses(keywords, pen);
  const known = new Map<string, number>();
  const once = (numbers: readonly number[]): number => {
    const key = numbers.join();
    const address = known.get(key) ?? pen.words(...numbers);
    known.set(key, address);
    return address;
  };
  const toWords = ({ bytes, count }: Stretch): number[] => {
    const { table, bit } = getPlace(bytes);
    return [table, bit, count];
  };
  // with room for what is found out about a text
  const toState = (near: Near): number[] => [...toWords(near), near.hasDigit === true ? 1 : 0, 0, 0, 0, 0];
  return keywords.map(({ before, follows = [], near }) => ({
    before: before === undefined ? { table: 0, bit: 0 } : getPlace(before),
    follows: follows.length === 0 ? 0 : once([...follows.flatMap((stretch) => [...toWords(stretch), Math.max(0, (stretch.most ?? 0) - stretch.count)]), 0]),
    near: near === undefined ? 0 : once(toState(near)),
    reach: near?.reach ?? 0,
  }));
}

function writeClasses(keywords: readonly Keyword[], pen: Pen): (bytes: ByteClass) => Place {
  const numbers = new Map<string, number>();
  // one object for a class is known at once
  const ofObject = new Map<ByteClass, number>();
  const tables: Uint8Array[] = [];
  const add = (bytes: ByteClass): void => {
    if (ofObject.has(bytes)) return;
    const key = String.fromCharCode(...bytes);
    const known = numbers.get(key);
    const number = known ?? numbers.size;
    ofObject.set(bytes, number);
    numbers.set(key, number);
    if (known === undefined) addBits((tables[number >> 3] ??= new Uint8Array(256)), bytes, 1 << (number & 7));
  };
  for (const { before, follows = [], near } of keywords) {
    if (before !== undefined) add(before);
    for (const { bytes } of follows) add(bytes);
    if (near !== undefined) add(near.bytes);
  }
  const addresses = tables.map((table) => pen.bytes(table));
  return (bytes) => {
    const number = ofObject.get(bytes) ?? 0;
    return { table: addresses[number >> 3] ?? 0, bit: 1 << (number & 7) };
  };
}

function addBits(table: Uint8Array, bytes: ByteClass, bit: number): void {
  for (let byte = 0; byte < 256; byte++) if ((((bytes[byte >> 3] ?? 0) >> (byte & 7)) & 1) === 1) table[byte] = (table[byte] ?? 0) | bit;
}
