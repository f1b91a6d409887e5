import type { Detect } from '../core/detect.ts';
import type { Detector } from '../core/detector.ts';
import type { Range } from '../core/range.ts';
import type { Kernel, Keyword } from '../kernel/keyword.ts';
import { createJudge, type Around, type JudgePlace } from './place-judge.ts';
import { isOfLine } from './long-formats.ts';
import { createHoldMark, type HoldMark, type Met } from './place-tests.ts';
import { createTable, type Owner, type Table } from './table.ts';

export type { Around } from './place-judge.ts';
export { reach } from './place-tests.ts';

/** What stands at a place: a secret or what may be one, the number of a keyword, or what may be encoded text. */
export type PlaceKind = number;

export const sure: PlaceKind = -1;
export const run: PlaceKind = -2;
/** As sure, of a format that stands in one line. */
export const sureOfLine: PlaceKind = -3;

/** What is sure says all of a place. */
export const isSure = (kind: PlaceKind): boolean => kind === sure || kind === sureOfLine;

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
  /**
   * Tells the part of a text by which a place holds something in a file of this name; the text has `reach` bytes on each side of it, as far
   * as there are.
   */
  openPath(path: string): (around: Around, place: Place) => Range | undefined;
}

/** What is searched, with what is around it. */
export interface Part {
  /** Which places of the bytes are meant. */
  isMeant(index: number): boolean;
  /** A character for each byte. */
  getText(): string;
  /** Where the bytes of the room begin in the text. */
  getOffset(): number;
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
  const hold = createHoldMark(detect);
  const openJudge = createJudge(detect);
  return {
    getRoom: (length) => kernel.getRoom(length),
    find(length, { isMeant, getText, getOffset }, visit) {
      const offset = getOffset();
      const met: Mutable<Met> = { bytes: kernel.getRoom(length), length, index: 0, textIndex: 0, getText };
      let last = -1;
      kernel.find(length, (keyword, index) => {
        const own = owners[keyword];
        if (own === undefined) visit({ index, kind: run });
        else if (index !== last && isMeant(index)) {
          met.index = index;
          met.textIndex = index + offset;
          const kind = ask(own, keyword, met, hold);
          if (kind === undefined) return undefined;
          if (isSure(kind)) last = index;
          visit({ index, kind });
        }
        return undefined;
      });
    },
    openPath(path) {
      let judge: JudgePlace | undefined;
      return (around, { index, kind }) => (kind === sureOfLine ? [index, index] : kind === sure ? [0, around.bytes.length] : (judge ??= openJudge(path))(around, index, kind === run ? 'run' : (owners[kind] ?? [])));
    },
  };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What holds whatever the file is called. */
function ask(owners: readonly Owner[], keyword: number, met: Met, hold: HoldMark): PlaceKind | undefined {
  let kind: PlaceKind | undefined;
  for (const owner of owners) {
    if (!hold(owner, met)) continue;
    if (isOfFormat(owner)) return isOfLine(owner.anchor.owner) ? sureOfLine : sure;
    kind = keyword;
  }
  return kind;
}

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
    const { text, once, follows } = keyword;
    return [{ keyword: once === undefined ? keyword : { text, isCaseless: true, ...(follows === undefined ? {} : { follows }) }, own }];
  });
  const all = [...chosen.filter(({ own }) => own.some(isOfFormat)), ...chosen.filter(({ own }) => !own.some(isOfFormat))];
  return { keywords: all.map(({ keyword }) => keyword), owners: all.map(({ own }) => own) };
}

/** Their keywords come first: what they find says all of a place. */
const isOfFormat = (owner: Owner): owner is Owner & { readonly kind: 'format' | 'word' } => owner.kind === 'format' || owner.kind === 'word';

const telling: ReadonlySet<Owner['kind']> = new Set(['stem', 'format', 'word', 'call', 'converted', 'typed', 'command', 'told', 'program', 'hidden']);
