import { getCost } from '../core/bounded.ts';
import { toAnchors, type Detect } from '../core/detect.ts';
import type { Detector } from '../core/detector.ts';
import { getOrigin } from '../core/generated.ts';
import { matchAt, matchNear } from '../core/match-format.ts';
import { nameStems } from '../core/names.ts';
import { findPositionalCredentials } from '../core/positional-credentials.ts';
import { mayTakeSecret } from '../ecmascript/may-hold-secret.ts';
import type { Kernel, Keyword } from '../kernel/keyword.ts';
import { createKnown, getAnyKind } from './given-value.ts';
import { getNameEnd, getNameStart, isOpened, isTold, Look, option } from './prefilter.ts';
import { createTable, type Owner, type Table } from './table.ts';

/** Bytes on each side of a place that have a say in what is found there. */
export const reach = 400;

/** What stands at a place: a secret or what may be one, the number of a keyword, or what may be encoded text. */
export type PlaceKind = number;

export const sure: PlaceKind = -1;
export const run: PlaceKind = -2;

export interface Place {
  readonly index: number;
  readonly kind: PlaceKind;
}

/** Tells places of a text at which a secret may stand. */
export interface PlaceSearch {
  /** Where the bytes to search are put. */
  getRoom(length: number): Uint8Array;
  /** Visits the places in the first `length` bytes of the room, whatever the file is called. */
  find(length: number, part: Part, visit: (place: Place) => void): void;
  /** Whether a place holds something in a file of this name; the text has `reach` bytes on each side of it, as far as there are. */
  judge(path: string, text: string, place: Place): boolean;
}

/** What is searched, with what is around it. */
export interface Part {
  /** Which places of the bytes are meant. */
  isMeant(index: number): boolean;
  /** A character for each byte; the bytes of the room begin at `offset`. */
  getText(): string;
  readonly offset: number;
}

export interface SearchParts {
  readonly detectors: readonly Detector[];
  readonly custom: readonly Detector[];
  readonly detect: Detect;
  readonly createKernel: (keywords: readonly Keyword[], options: { readonly hasRuns: boolean }) => Kernel;
}

export function createPlaceSearch({ detectors, custom, detect, createKernel }: SearchParts): PlaceSearch {
  const { keywords, owners } = chooseKeywords(createTable({ getCommon: () => [], getAll: () => detectors }, custom));
  const kernel = createKernel(keywords, { hasRuns: true });
  const known = createKnown();
  const ask = createAsk(detect);
  return {
    getRoom: (length) => kernel.getRoom(length),
    find(length, { isMeant, getText, offset }, visit) {
      let last = -1;
      kernel.find(length, (keyword, index) => {
        const own = owners[keyword];
        if (own === undefined) visit({ index, kind: run });
        else if (index !== last && isMeant(index)) {
          const kind = ask(own, keyword, getText(), index + offset);
          if (kind === undefined) return undefined;
          // what is sure says all of a place
          if (kind === sure) last = index;
          visit({ index, kind });
        }
        return undefined;
      });
    },
    judge(path, text, { index, kind }) {
      if (kind === sure) return true;
      // the head of the file, by which it could be told better, is elsewhere
      const origin = getOrigin(path, '');
      const look = new Look({ path, length: text.length, isBinary: false, isSecretOnly: true, detect, loggers: [], known, getText: () => text, origin: { is: origin === 'bundle' ? undefined : origin } });
      if (kind === run) look.hasRun = true;
      else for (const owner of owners[kind] ?? []) look.meet(owner, index);
      if (escape.test(text)) look.meet({ kind: 'escape', length: 0 }, 0);
      const { secret, layer } = look.judge();
      return secret || layer;
    },
  };
}

/** Of `marks`, those for which a text is read again where a name of a secret is in it. */
const escape = /%[234][\dA-Fa-f]|\\(?:u00|u\{|x[2-7])|&(?:#x?[3-6]|quot;|apos;|amp;|lt;|gt;)/u;

interface Chosen {
  readonly keywords: readonly Keyword[];
  /** Of the number after the last keyword there are none. */
  readonly owners: readonly (readonly Owner[])[];
}

/** Those by which secrets are found, each told wherever it stands. */
function chooseKeywords({ getKeywords, getOwners }: Table): Chosen {
  const keywords = getKeywords();
  const chosen = keywords.flatMap((keyword, number) => {
    const own = (getOwners(number, keywords.length) ?? []).filter(({ kind }) => telling.has(kind));
    if (own.length === 0) return [];
    return [{ keyword: keyword.once === undefined ? keyword : { text: keyword.text, isCaseless: true }, own }];
  });
  const all = [...chosen.filter(isOfFormat), ...chosen.filter((entry) => !isOfFormat(entry))];
  return { keywords: all.map(({ keyword }) => keyword), owners: all.map(({ own }) => own) };
}

/** They come first: what they find says all of a place. */
const isOfFormat = ({ own }: { readonly own: readonly Owner[] }): boolean => own.some(({ kind }) => kind === 'format' || kind === 'word');

const telling: ReadonlySet<Owner['kind']> = new Set(['stem', 'format', 'word', 'call', 'converted', 'typed', 'command', 'told', 'program', 'hidden']);

type Ask = (owners: readonly Owner[], keyword: number, text: string, index: number) => PlaceKind | undefined;

/** What holds whatever the file is called. */
function createAsk(detect: Detect): Ask {
  const isName = createNameTest();
  const isLong = createLengthTest();
  const holds = (owner: Owner, text: string, index: number): boolean => {
    switch (owner.kind) {
      case 'stem':
        return isName(text, index);
      case 'format':
        return isLong(owner.anchor.owner) || matchAt(owner.anchor.owner, text, index, [0, text.length]) !== undefined;
      case 'word':
        return isLong(owner.anchor.owner) || matchNear(owner.anchor.owner, text, [index, index + owner.anchor.text.length], [0, text.length], new Map()) !== undefined;
      case 'call':
      case 'converted':
      case 'typed':
        return (owner.kind !== 'call' || isOpened(text, index, owner.length)) && !findPositionalCredentials(text.slice(Math.max(0, index - 110), index + reach)).next().done;
      case 'command':
        return option.test(getLine(text, index));
      case 'told':
        return isTold(text, index - 80, index + 80);
      case 'program':
        return mayTakeSecret(text.slice(Math.max(0, index - 330), index + reach), detect);
      default:
        return true;
    }
  };
  return (owners, keyword, text, index) => {
    const held = owners.filter((owner) => holds(owner, text, index));
    if (held.length === 0) return undefined;
    return held.some(({ kind }) => kind === 'format' || kind === 'word') ? sure : keyword;
  };
}

/** A value may be further away than `reach`, or end there. */
function createLengthTest(): (detector: Detector) => boolean {
  const known = new Map<Detector, boolean>();
  return (detector) => {
    const answer = known.get(detector) ?? isLong(detector);
    known.set(detector, answer);
    return answer;
  };
}

/** Values without a mark stand up to 200 characters behind the word. */
function isLong(detector: Detector): boolean {
  const { pattern, lookBehind = 0, anchors } = detector;
  const longest = Math.max(...toAnchors(detector).map(({ text }) => text.length));
  return getCost(pattern.source, pattern.flags).length + lookBehind >= (anchors === undefined ? reach - 200 - longest : reach);
}

/** At the first stem of a name of a kind. Names repeat. */
function createNameTest(): (text: string, index: number) => boolean {
  const firsts = new Map<string, number>();
  const kinds = createKnown();
  const findFirst = (name: string): number => (getAnyKind(name, kinds) === undefined ? nowhere : name.search(firstStem));
  return (text, index) => {
    const start = getNameStart(text, index);
    const name = text.slice(start, getNameEnd(text, index));
    const first = firsts.get(name) ?? findFirst(name);
    if (firsts.size > mostKnown) firsts.clear();
    firsts.set(name, first);
    return first !== nowhere && (first < 0 || start + first === index);
  };
}

const firstStem = new RegExp(nameStems.source, 'iu');
const nowhere = -2;
const mostKnown = 50_000;

function getLine(text: string, index: number): string {
  const start = text.lastIndexOf('\n', index) + 1;
  const end = text.indexOf('\n', index);
  return text.slice(Math.max(start, index - reach), Math.min(end === -1 ? text.length : end, index + reach));
}
