import type { Anchor } from '../core/anchor-search.ts';
import { toAnchors } from '../core/detect.ts';
import type { Detector } from '../core/detector.ts';
import type { Keyword } from '../kernel/keyword.ts';
import { getSharedKeywords, type SharedOwner } from './shared-keywords.ts';
import { ownerLists, ownersOf } from './shared-owners.ts';
import { getTokenKeywords, toTokenKeywords } from './token-keywords.ts';

/** What the kernel looks for, and whose it is. */
export interface Table {
  /** Takes some milliseconds: not asked for where the kernel has an image of them. */
  readonly getKeywords: () => readonly Keyword[];
  /** Undefined for what is none of `count` keywords. */
  readonly getOwners: (keyword: number, count: number) => readonly Owner[] | undefined;
  /** Undefined for a keyword of a format: which one takes time to know. */
  readonly getSharedOwners: (keyword: number) => readonly SharedOwner[] | undefined;
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
    getKeywords: () => [...getSharedKeywords(), ...getRare().flatMap(getTokenKeywords), ...custom.flatMap(toTokenKeywords), ...getCommon().flatMap(getTokenKeywords)],
    getSharedOwners: (keyword) => ownerLists[ownersOf[keyword] ?? -1],
    getOwners(keyword, count) {
      const shared = ownersOf[keyword];
      if (shared !== undefined || keyword >= count) return ownerLists[shared ?? -1];
      common ??= getCommon().flatMap(toOwners);
      const fromCommon = keyword - count + common.length;
      return fromCommon >= 0 ? common[fromCommon] : (rare ??= [...getRare(), ...custom].flatMap(toOwners))[keyword - ownersOf.length];
    },
  };
}

/** One entry for each keyword of the format. */
function toOwners(detector: Detector): readonly (readonly Owner[])[] {
  const kind = detector.anchors === undefined ? 'word' : 'format';
  return toAnchors(detector).map((anchor) => [{ kind, anchor }]);
}
