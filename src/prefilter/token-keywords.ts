import { isTouching, unite, type CharSet } from '../core/expressions/char-set.ts';
import type { Detector } from '../core/detector.ts';
import { getSpellings } from '../core/near.ts';
import { createByteClass, type ByteClass } from '../kernel/byte-class.ts';
import type { Keyword, Near, Stretch } from '../kernel/keyword.ts';
import { getLeadingSets } from './leading-sets.ts';

/** Keywords without which a format is not in a text: where one is said to be, the format may be. */
export function toTokenKeywords(detector: Detector): readonly Keyword[] {
  const { anchors, near = [] } = detector;
  if (anchors !== undefined) return anchors.map((anchor) => atAnchor(anchor, detector));
  const stretch = getStretch(detector);
  return near.flatMap(getSpellings).map((text) => ({ text, isCaseless: true, ...(text.length <= shortLength ? wordEdges : {}), ...(stretch === undefined ? {} : { near: stretch }) }));
}

function atAnchor(text: string, { pattern, isCaseless = false, lookBehind }: Detector): Keyword {
  // a match that begins before has other things behind its anchor
  if (lookBehind !== undefined && lookBehind > 0) return { text, isCaseless };
  const follows = toStretches(toBytes(getLeadingSets(pattern, mostFollowing, text)));
  return { text, isCaseless, ...(follows.length === 0 ? {} : { follows }) };
}

/** More does not tell a token from other text any better. */
const mostFollowing = 32;

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
function getStretch({ pattern }: Detector): Near | undefined {
  const sets = getLeadingSets(pattern, mostFollowing);
  if (sets.length < fewest) return undefined;
  const set = unite(...sets);
  return { bytes: createByteClass(...(isWide(set) ? unite(set, highBytes) : set)), count: sets.length, reach };
}

/** Shorter stretches are everywhere. */
const fewest = 4;

/** As in `near.ts`, and so is what makes a short word whole. */
const reach = 200;
const shortLength = 4;
const wordEdges = { before: createByteClass([65, 90]), follows: [{ bytes: createByteClass([0, 96], [123, 255]), count: 1 }] };
