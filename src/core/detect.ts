import { createAnchorSearch, type Anchor } from './anchor-search.ts';
import type { Detector } from './detector.ts';
import type { Match } from './match.ts';
import { matchAt, matchNear, type Tried } from './match-format.ts';
import { judgeNamed, type Candidate } from './named.ts';
import { nameStems } from './names.ts';
import { getSpellings } from './near.ts';
import { createRangeList } from './range-list.ts';
import type { Range } from './range.ts';

export type { Detector } from './detector.ts';
export type { Match } from './match.ts';
export { asConnection, asSink, type Candidate, type Place } from './named.ts';

export interface Detect {
  /** Token formats within a range of a text (all of it by default), ordered by place. */
  tokens(text: string, range?: Range): Match[];
  /** A value whose name says what it is. */
  named(candidate: Candidate): Match | undefined;
  /** The same for a text of which all anchors are known: it is not searched again. */
  over(text: string, anchors: readonly PlacedAnchor[]): Detect;
  /** Cheap test: false means that neither a token format nor a secret-named value can be in the text. */
  mayHold(text: string): boolean;
}

/** An anchor of a format at a place of a text. */
export interface PlacedAnchor {
  readonly anchor: Anchor<Detector>;
  readonly index: number;
}

type Search = ReturnType<typeof createAnchorSearch<Detector>>;

export const createDetect = (detectors: readonly Detector[]): Detect => createLateDetect(() => detectors);

/** The same for formats that take long to load: they are asked for when the first text is searched for them. */
export function createLateDetect(getDetectors: () => readonly Detector[]): Detect {
  let search: Search | undefined;
  let marks: Search | undefined;
  const getSearch = (): Search => (search ??= createAnchorSearch(getDetectors().flatMap(toAnchors)));
  const getMarks = (): Search => (marks ??= createAnchorSearch(getDetectors().filter(isMarked).flatMap(toAnchors)));
  const detect: Detect = {
    tokens: (text, range = [0, text.length]) => joinPairs(chooseSurest(findAll(text, range, getSearch()))),
    named: judgeNamed,
    over(known, anchors) {
      const replay = createReplay(anchors);
      return { ...detect, tokens: (text, range = [0, text.length]) => (text === known ? joinPairs(chooseSurest(findAll(text, range, replay))) : detect.tokens(text, range)) };
    },
    // what stands near a provider's word also stands behind a name that says secret
    mayHold: (text) => nameStems.test(text) || getMarks().find(text, [0, text.length], () => true),
  };
  return detect;
}

const createReplay = (anchors: readonly PlacedAnchor[]): Search => ({
  find: (_, [start, end], visit) => anchors.some(({ anchor, index }) => index >= start && index + anchor.text.length <= end && visit(anchor, index)),
});

const isMarked = ({ anchors }: Detector): boolean => anchors !== undefined;

export function toAnchors(owner: Detector): Anchor<Detector>[] {
  const { anchors, near = [], isCaseless = false } = owner;
  if (anchors !== undefined) return anchors.map((text) => ({ text, isCaseless, owner }));
  return near.flatMap(getSpellings).map((text) => ({ text, isCaseless: true, owner }));
}

interface Found {
  readonly match: Match;
  readonly detector: Detector;
}

function findAll(text: string, range: Range, search: Search): Found[] {
  const found: Found[] = [];
  const tried: Tried = new Map();
  search.find(text, range, ({ owner, text: anchor }, index) => {
    const match = isMarked(owner) ? matchAt(owner, text, index, range) : matchNear(owner, text, [index, index + anchor.length], range, tried);
    if (match !== undefined) found.push({ match, detector: owner });
    return false;
  });
  return found;
}

/** Where formats overlap the one that says most stays: with a mark and a word near it, with a mark, with a word only, for any service. */
function chooseSurest(found: readonly Found[]): Found[] {
  const list = createRangeList<Found & { readonly range: Range }>();
  const ordered = [...found].sort((a, b) => getSureness(b.detector) - getSureness(a.detector) || getLength(b.match) - getLength(a.match));
  for (const item of ordered) list.add({ ...item, range: item.match.range });
  return [...list.items];
}

const getSureness = ({ anchors, near, isGeneric = false }: Detector): number => (isGeneric ? (anchors === undefined ? -2 : -1) : anchors === undefined ? 0 : near === undefined ? 1 : 2);

const getLength = ({ range }: Match): number => range[1] - range[0];

/** Two halves of one credential are said of each other, and weigh as much as the heavier one. */
function joinPairs(found: readonly Found[]): Match[] {
  return found.map(({ match, detector }, index) => {
    const other = detector.pairWith === undefined ? undefined : found.slice(Math.max(0, index - 3), index + 4).find((item) => isPair(detector, match, item));
    if (other === undefined) return match;
    const severity = weights.indexOf(other.match.severity) < weights.indexOf(match.severity) ? other.match.severity : match.severity;
    return { ...match, severity, title: `${match.title} (with ${other.match.title} beside it)` };
  });
}

const weights = ['critical', 'high', 'medium', 'low'];

const isPair = ({ pairWith = [] }: Detector, { range }: Match, other: Found): boolean =>
  pairWith.includes(other.detector.id) && Math.max(other.match.range[0] - range[1], range[0] - other.match.range[1]) < pairReach;

/** Characters, some six lines. */
const pairReach = 500;
