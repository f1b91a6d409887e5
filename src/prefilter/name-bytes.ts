import { nameStems, type NameKind } from '../core/names.ts';
import { createByteTexts, none } from './byte-texts.ts';
import { findAnyKind } from './given-value.ts';

/** Tells whether at a stem of a name a name of some kind is met for the first time. Names repeat, so that most are known by their bytes. */
export interface NameTest {
  isFirst(bytes: Uint8Array, index: number, length: number): boolean;
}

/** The kinds of names: of most without making a text of them. */
export interface KindTable {
  /** Where the name begins and ends that was sought last. */
  readonly start: number;
  readonly end: number;
  /** Seeks the name around a place. */
  seek(bytes: Uint8Array, index: number, length: number): void;
  /** Of the name that was sought last. */
  getKind(bytes: Uint8Array): NameKind | undefined;
}

export function createKindTable(): KindTable {
  const table = createByteTable((name) => kinds.indexOf(findAnyKind(name)));
  let start = 0;
  let end = 0;
  return {
    get start() {
      return start;
    },
    get end() {
      return end;
    },
    seek(bytes, index, length) {
      start = getStart(bytes, index);
      end = getEnd(bytes, index, length);
    },
    getKind: (bytes) => kinds[table.get(bytes, start, withoutFigures(bytes, start, end))],
  };
}

const kinds: readonly (NameKind | undefined)[] = [undefined, 'password', 'secret'];

export function createNameTest(): NameTest {
  const table = createByteTable((name) => (findAnyKind(name) === undefined ? nowhere : Math.max(anywhere, name.search(firstStem))));
  return {
    isFirst(bytes, index, length) {
      const start = getStart(bytes, index);
      const first = table.get(bytes, start, getEnd(bytes, index, length));
      return first === anywhere || start + first === index;
    },
  };
}

const firstStem = new RegExp(nameStems.source, 'iu');

/** Of a name of no kind, and of one whose stem is written in bytes of more than one for a character. */
const nowhere = -2;
const anywhere = -1;

/** Of the figures that a name ends with the first: what they are says nothing of its kind. */
function withoutFigures(bytes: Uint8Array, start: number, end: number): number {
  let figures = end;
  while (figures > start && isFigure(bytes[figures - 1])) figures--;
  return Math.min(end, figures + 1);
}

const isFigure = (byte = 0): boolean => byte >= 48 && byte <= 57;

/** Where the part of a name that ends at `end` ends in which a stem stands, without its members. */
export function getOwnEnd(bytes: Uint8Array, index: number, end: number): number {
  let own = index;
  while (own < end && bytes[own] !== dot) own++;
  return own;
}

const dot = 46;

/** As in `prefilter.ts`, for bytes. */
function getStart(bytes: Uint8Array, index: number): number {
  const least = Math.max(0, index - 60);
  let start = index;
  while (start > least && nameBytes[bytes[start - 1] ?? 0] === 1) start--;
  while (start < index && (bytes[start] === 45 || bytes[start] === 46)) start++;
  return start;
}

function getEnd(bytes: Uint8Array, index: number, length: number): number {
  const most = Math.min(length, index + 100);
  let end = index;
  while (end < most && nameBytes[bytes[end] ?? 0] === 1) end++;
  return end;
}

const nameBytes = new Uint8Array(256).fill(1, 128);
for (const character of '$-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') nameBytes[character.charCodeAt(0)] = 1;

interface ByteTable {
  get(bytes: Uint8Array, start: number, end: number): number;
}

/** What is made of a text of one byte a character, once for each text. */
function createByteTable(make: (text: string) => number): ByteTable {
  const texts = createByteTexts(mostTexts);
  const values = new Int32Array(mostTexts);
  return {
    get(bytes, start, end) {
      const number = texts.find(bytes, start, end);
      if (number !== none) return values[number] ?? 0;
      const value = make(String.fromCharCode(...bytes.subarray(start, end)));
      values[texts.add(bytes, start, end)] = value;
      return value;
    },
  };
}

const mostTexts = 1 << 16;
