import { intersect, invert, isTouching, ofChars, unite, type CharSet } from '../core/expressions/char-set.ts';
import type { Expression } from '../core/expressions/parse.ts';
import type { Detector } from '../core/detector.ts';
import { createByteClass, type ByteClass } from '../kernel/byte-class.ts';
import type { Following, Near, Stretch } from '../kernel/keyword.ts';
import { findAnchorPlace, type AnchorPlace } from './anchor-place.ts';
import { getLastSet, getLaterSets, getLeadingSets, getSetRuns, readItems, type Items, type SetRun } from './leading-sets.ts';

/** What stands around an anchor, or behind a word, wherever a format is found by it. */
export interface TokenConditions {
  /** Bytes that may not stand right before it. */
  readonly before?: ByteClass;
  readonly follows?: readonly Following[];
  readonly near?: Near;
}

/** One entry for each anchor; for a format without, one for all of its words. */
export function getTokenConditions(detector: Detector): readonly TokenConditions[] {
  if (detector.anchors === undefined) return [behindWord(detector)];
  const place = findAnchorPlace(detector);
  return detector.anchors.map((anchor) => (place === undefined ? {} : aroundAnchor(anchor, place)));
}

function aroundAnchor(anchor: string, { before, behind }: AnchorPlace): TokenConditions {
  if (before.length === 0) return behindAnchor(anchor, behind);
  const { follows } = behindAnchor(anchor, behind);
  return { ...beforeAnchor(before), ...(follows === undefined ? {} : { follows }) };
}

function beforeAnchor(items: readonly Expression[]): TokenConditions {
  const last = getLastSet(items);
  return last === undefined ? {} : { before: createByteClass(...invert(isWide(last) ? unite(last, highBytes) : last)) };
}

function behindAnchor(text: string, behind: Items): TokenConditions {
  const parts = getParts(getSetRuns(behind, text));
  // without near: what such parts leave is seldom enough
  if (parts.some(({ count, most = 0 }) => most > count)) return { follows: parts };
  const sets = getLeadingSets(behind, mostFollowing, text);
  const follows = toStretches(toBytes(sets));
  const near = sets.reduce((chance, set) => chance * getShare(set), 1) < seldom ? undefined : getLater(text, behind);
  return { ...(follows.length === 0 ? {} : { follows }), ...(near === undefined ? {} : { near }) };
}

/** Parts that tell where the next one begins: what may stand in one of several lengths has nothing in common with what comes next. */
function getParts(runs: readonly SetRun[]): readonly Following[] {
  const parts: Following[] = [];
  for (const [index, { set, min, max }] of runs.entries()) {
    const bytes = toClass(set);
    const isOpen = max > min && !isEndedBy(set, runs.slice(index + 1));
    if (isOpen && min === 0) return parts;
    parts.push({ bytes, count: min, ...(max > min && !isOpen ? { most: isWide(set) ? 4 * max : max } : {}) });
    if (isOpen) return parts;
    // of characters of several bytes a fixed count ends anywhere
    if (max === min && isWide(set)) return parts;
  }
  return parts;
}

/** Whether what must come next has nothing in common with what may come before it. */
function isEndedBy(set: CharSet, next: readonly SetRun[]): boolean {
  const last = next.findIndex(({ min }) => min > 0);
  return last !== -1 && next.slice(0, last + 1).every((run) => !isTouching(set, run.set) && !(isWide(set) && isWide(run.set)));
}

const toClass = (set: CharSet): ByteClass => createByteClass(...(isWide(set) ? unite(set, highBytes) : set));

/** More does not tell a token from other text any better. */
const mostFollowing = 32;

/** Of what must come later, what is least likely to be there by chance. */
function getLater(text: string, behind: Items): Near | undefined {
  const likely = { chance: mostLikely, near: undefined as Near | undefined };
  for (const { sets, distance } of getLaterSets(behind, mostFollowing, text)) {
    // right behind the anchor is looked at anyway
    if (distance === 0 || distance > farthest || sets.length === 0) continue;
    const set = unite(...sets);
    const share = getShare(set);
    const chance = distance * share ** sets.length;
    if (chance >= likely.chance) continue;
    likely.chance = chance;
    likely.near = { ...toStretch(set, sets.length), reach: distance + 1 };
  }
  return likely.near;
}

const toStretch = (set: CharSet, count: number): Stretch => ({ bytes: toClass(set), count });

/** Then nothing else has to be looked at. */
const seldom = 0.001;

/** What happens more often is not worth looking for. */
const mostLikely = 1.5;

/** What the prefilter decides is local, so that a large file can be read in windows. */
const farthest = 300;

/** Which part of a text consists of such characters, very roughly. */
const getShare = (set: CharSet): number => Math.min(1, shares.reduce((sum, [characters, share]) => sum + share * (getSize(intersect(set, characters)) / getSize(characters)), 0.001));

const getSize = (set: CharSet): number => set.reduce((sum, [first, last]) => sum + last - first + 1, 0);

const shares: readonly (readonly [CharSet, number])[] = [
  [[[0x61, 0x7a]], 0.6],
  [[[0x41, 0x5a]], 0.08],
  [[[0x30, 0x39]], 0.06],
  [[[0x20, 0x20]], 0.2],
  [ofChars(`.,:;-_=/"'(){}`), 0.12],
];

function toStretches(classes: readonly ByteClass[]): readonly Stretch[] {
  const stretches: { readonly bytes: ByteClass; count: number }[] = [];
  for (const bytes of classes) {
    const last = stretches.at(-1);
    if (last !== undefined && last.bytes.join() === bytes.join()) last.count++;
    else stretches.push({ bytes, count: 1 });
  }
  return stretches;
}

/** Text is UTF-8: where a character above ASCII may stand, all that follows may be further on by bytes. */
function toBytes(sets: readonly CharSet[]): readonly ByteClass[] {
  const classes: ByteClass[] = [];
  let open: CharSet = [];
  for (const set of sets) {
    if (open.length > 0 || isWide(set)) open = unite(open, set, highBytes);
    classes.push(createByteClass(...(open.length > 0 ? open : set)));
  }
  return classes;
}

const isWide = (set: CharSet): boolean => isTouching(set, [[128, 0x10_ff_ff]]);

const highBytes: CharSet = [[128, 255]];

/** A value that looks like it stands behind a word of the provider (`near.ts`). */
function behindWord({ pattern }: Detector): TokenConditions {
  const sets = getLeadingSets(readItems(pattern), mostFollowing);
  return sets.length < fewest ? {} : { near: { ...toStretch(unite(...sets), sets.length), reach } };
}

/** Shorter stretches are everywhere. */
const fewest = 4;

/** As in `near.ts`. */
const reach = 200;
