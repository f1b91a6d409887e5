import type { Anchor } from '../core/anchor-search.ts';
import { toAnchors } from '../core/detect.ts';
import type { Detector } from '../core/detector.ts';
import { createByteClass, type ByteClass } from '../kernel/byte-class.ts';
import type { Keyword } from '../kernel/keyword.ts';
import { sharedKeywords, type SharedKeyword, type SharedOwner } from './shared-keywords.ts';
import { getTokenKeywords, toTokenKeywords } from './token-keywords.ts';

/** What the kernel looks for, and whose it is. */
export interface Table {
  /** Takes some milliseconds: not asked for where the kernel has an image of them. */
  readonly getKeywords: () => readonly Keyword[];
  /** Undefined for what is none of `count` keywords. */
  readonly getOwners: (keyword: number, count: number) => readonly Owner[] | undefined;
}

export type Owner = SharedOwner | { readonly kind: 'format' | 'word'; readonly anchor: Anchor<Detector> };

/** The formats that everybody has, asked for when they are needed. Those that `getCommon` gives are the last of `getAll`. */
export interface Formats {
  readonly getCommon: () => readonly Detector[];
  readonly getAll: () => readonly Detector[];
}

/** Literals that anybody may own come first; a row of a format has keywords of its own, with its conditions for each anchor. */
export function createTable({ getCommon, getAll }: Formats, custom: readonly Detector[]): Table {
  let common: readonly (readonly Owner[])[] | undefined;
  let rare: readonly (readonly Owner[])[] | undefined;
  const getRare = (): readonly Detector[] => getAll().slice(0, getAll().length - getCommon().length);
  return {
    getKeywords: () => [...sharedKeywords.map(toKeyword), ...getRare().flatMap(getTokenKeywords), ...custom.flatMap(toTokenKeywords), ...getCommon().flatMap(getTokenKeywords)],
    getOwners(keyword, count) {
      const shared = sharedKeywords[keyword];
      if (shared !== undefined || keyword >= count) return shared?.owners;
      common ??= getCommon().flatMap(toOwners);
      const fromCommon = keyword - count + common.length;
      return fromCommon >= 0 ? common[fromCommon] : (rare ??= [...getRare(), ...custom].flatMap(toOwners))[keyword - sharedKeywords.length];
    },
  };
}

function toKeyword({ keyword, owners }: SharedKeyword): Keyword {
  const bytes = owners.every(({ kind }) => kind === 'stem') ? behind.get(keyword.text) : undefined;
  return bytes === undefined ? keyword : { ...keyword, follows: [{ bytes, count: 1 }] };
}

const notLetters = createByteClass([0, 64], [91, 96], [123, 255]);

/** What stands behind a stem where it ends a word, and behind a key that is not the beginning of `keyword`. */
const behind: ReadonlyMap<string, ByteClass> = new Map([
  ['pat', notLetters],
  ['mdp', notLetters],
  ['key', createByteClass([0, 96], [115, 115], [123, 255])],
]);

/** One entry for each keyword of the format. */
function toOwners(detector: Detector): readonly (readonly Owner[])[] {
  const kind = detector.anchors === undefined ? 'word' : 'format';
  return toAnchors(detector).map((anchor) => [{ kind, anchor }]);
}
