import type { Detect, PlacedAnchor } from '../core/detect.ts';
import type { Detector } from '../core/detector.ts';
import type { Origin } from '../core/generated.ts';
import { skim } from '../ecmascript/skim.ts';
import { padding, type Kernel, type Keyword, type Visit } from '../kernel/keyword.ts';
import { createKnown, getTextPlaces } from './given-value.ts';
import { createKnownLines } from './known-lines.ts';
import { createKnownRuns } from './known-runs.ts';
import { createNumberedFillers } from './numbered-fillers.ts';
import { isSuspicious, type Suspicions } from './questions.ts';
import { createKindTable } from './name-bytes.ts';
import type { Reading } from './reading.ts';
import { createSieve, type Sifted } from './sieve.ts';
import { createTable, type Formats } from './table.ts';
import { Look, type SkimBytes } from './file-look.ts';

/** Tells from the bytes of a file what is worth asking of it. */
export interface Prefilter {
  /** Where the bytes are put. */
  getRoom(length: number): Uint8Array;
  /** What cannot be ruled out in the first `length` bytes of the room; undefined for nothing at all. */
  look(path: string, length: number, isBinary: boolean, isSecretOnly?: boolean, part?: Part): Sight | undefined;
  /** What of a part its bytes cannot rule out, for a look at it elsewhere: `all` where none can be left out, undefined where there is much. */
  sift(path: string, length: number, part: Pick<Sifted, 'reading' | 'own'>): Marks | 'all' | undefined;
  /** How many lines end from one byte of the room up to another. */
  countBreaks(from: number, to: number): number;
}

/** How a file is read of which only a part is there. */
export interface Part {
  readonly reading: Reading;
  readonly origin: { readonly is: Origin | undefined };
  /** What was sifted, if the rest is not to be looked at. */
  readonly marks?: Marks;
}

/** Pairs of the number of a keyword and a place. */
export type Marks = readonly number[];

export interface Sight {
  readonly suspicions: Readonly<Suspicions>;
  /** Every anchor of a format, at its byte. */
  readonly anchors: readonly PlacedAnchor[];
  /** In a part of a file, where each suspicion is. */
  readonly places: readonly number[];
}

export interface PrefilterParts {
  readonly formats: Formats;
  /** Formats of the project's own. */
  readonly custom: readonly Detector[];
  readonly detect: Detect;
  /** Keywords are asked for where they are not known before. */
  readonly createKernel: (getKeywords: () => readonly Keyword[]) => Kernel;
  /** Bytes as characters, one for each. */
  readonly toText: (bytes: Uint8Array, length: number) => string;
  /** A program as tokens; of its bytes they are made faster. */
  readonly skimBytes?: SkimBytes;
  readonly loggers: readonly string[];
}

export function createPrefilter({ formats, custom, detect, createKernel, toText, skimBytes = skim, loggers }: PrefilterParts): Prefilter {
  const table = createTable(formats, custom);
  const kernel = createKernel(table.getKeywords);
  const known = createKnown();
  const kinds = createKindTable();
  const lines = createKnownLines();
  const runs = createKnownRuns();
  const isNumberedFiller = createNumberedFillers();
  return {
    getRoom: (length) => kernel.getRoom(length),
    look(path, length, isBinary, isSecretOnly = false, part) {
      const bytes = kernel.getRoom(length);
      const look = new Look({ path, length, isBinary, isSecretOnly, detect, loggers, known, inBytes: { bytes, kinds, lines, runs, isNumberedFiller, skimBytes, countBlanks: (blankLength) => kernel.countBlanks(0, blankLength) }, getText: () => toText(bytes, length), isPart: part !== undefined, ...part });
      const places: number[] = [];
      const visit = (keyword: number, index: number): boolean => {
        const owners = table.getOwners(keyword, kernel.keywordCount);
        if (owners === undefined) look.runs.push(index);
        else for (const owner of owners) look.meet(owner, index);
        if (part !== undefined && look.takeSecret()) places.push(index);
        return places.length >= mostPlaces;
      };
      if (part?.marks === undefined) kernel.find(length, visit);
      else findAgain(part.marks, bytes, length, visit);
      const suspicions = look.judge();
      return places.length > 0 || isSuspicious(suspicions) ? { suspicions, anchors: look.anchors, places } : undefined;
    },
    sift(path, length, { reading, own }) {
      const keeps = createSieve({ bytes: kernel.getRoom(length), length, reading, kinds, own, getTextPlaces: () => getTextPlaces(path, true) });
      const marks: number[] = [];
      let isWhole = false;
      kernel.find(length, (keyword, index) => {
        const isKept = keyword < kernel.keywordCount ? keeps(table.getSharedOwners(keyword), index) : index < own[1];
        if (isKept === 'whole') isWhole = true;
        else if (isKept) marks.push(keyword, index);
        return isWhole || marks.length > mostMarks;
      });
      return isWhole ? 'all' : marks.length > mostMarks ? undefined : marks;
    },
    countBreaks: (from, to) => kernel.countBreaks(from, to),
  };
}

/** As the kernel finds them. */
function findAgain(marks: Marks, bytes: Uint8Array, length: number, visit: Visit): void {
  bytes.fill(0, length, length + padding);
  for (let at = 0; at < marks.length; at += 2) if (visit(marks[at] ?? 0, marks[at + 1] ?? 0) === true) return;
}

/** More numbers than these are much. */
export const mostMarks = 1000;

/** A part with more of them is read whole. */
export const mostPlaces = 200;
