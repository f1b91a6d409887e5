import type { Config } from '../../core/config.ts';
import { mostProblems, tooMany } from '../../core/many-problems.ts';
import { toOwnText } from '../../core/own-text.ts';
import type { Problem, Unread } from '../../core/problem.ts';
import type { Position, Range } from '../../core/range.ts';
import { decode, inspect } from '../../io/decode.ts';
import type { GetRoom, OpenFile } from '../../io/read-file.ts';
import { getCountBreaks, scanPart, suspectPart, toWhole, type PartSight, type ScannedFile, type Whole } from '../../pipeline.ts';
import { countPlaces, type Lines } from './count-places.ts';
import { createPieceCrew } from './piece-crew.ts';
import { countPieces, pieceSize, readHead, readPiece, type Piece } from './piece.ts';
import { createSharedPieces, readTold, takePiece, type Told } from './shared-pieces.ts';
import { describeSlow } from './slow.ts';

export { lookAtPieces } from './piece-thread.ts';

/** What is read as text around a suspicion, and how far from it a secret may begin: what is closer to an end may be cut. */
const before = 1024;
const behind = 7168;
const leastBefore = 512;
const leastBehind = 4096;

/** Milliseconds between two pauses, in which others are let in. */
const breath = 50;

interface Task {
  readonly root: string;
  readonly path: string;
  readonly config: Config;
  readonly getRoom: GetRoom;
  /** Milliseconds that the file may take. */
  readonly patience: number;
  /** Threads that look at it, this one among them; undefined for as many as pay. */
  readonly jobs: number | undefined;
}

/** The secrets of a file that is too large to be read at once; undefined for text that has no parts. Memory does not grow with the file. */
export async function scanLarge(file: OpenFile, { root, path, config, getRoom, patience, jobs }: Task): Promise<ScannedFile | Unread | undefined> {
  const whole = toWhole(path, readHead(file, getRoom), config);
  if (whole === undefined) return undefined;
  const pieces = createSharedPieces(countPieces(file));
  const crew = createPieceCrew({ root, path, config, pieces }, jobs);
  const pace = startPace(patience);
  const found = new Map<number, readonly Window[]>();
  const getFullAt = createFullness(found);
  const look = (number: number): void => {
    const piece = readPiece(file, getRoom, number);
    const { places, breakCount } = suspectPart(whole, piece.bytes, piece.own);
    pieces.breaks[number] = breakCount;
    found.set(number, scanPlaces(whole, piece, places));
  };
  const lookAgain = ({ number, marks, places }: Told): void => {
    const piece = (marks ?? places).length === 0 ? undefined : readPiece(file, getRoom, number);
    const getPlaces = ({ bytes, own }: Piece): PartSight['places'] => (marks === undefined ? places : suspectPart(whole, bytes, own, marks).places);
    found.set(number, piece === undefined ? [] : scanPlaces(whole, piece, getPlaces(piece)));
  };
  const getMissing = (): number[] => [...pieces.breaks.keys()].filter((number) => !found.has(number));
  const takeTold = (): void => {
    for (let told = readTold(pieces); told !== undefined && getFullAt() === undefined; told = readTold(pieces)) lookAgain(told);
  };
  try {
    crew.consider(0);
    for (let number = takePiece(pieces); number !== undefined; number = takePiece(pieces)) {
      look(number);
      takeTold();
      if (getFullAt() !== undefined) break;
      if (pace.isOver()) return { reason: describeSlow(patience) };
      await pace.breathe((elapsed) => crew.consider(elapsed));
    }
    while (found.size < pieces.breaks.length && getFullAt() === undefined) {
      const isBusy = crew.isBusy();
      takeTold();
      // one of the others did not come to an end with it
      const left = isBusy ? undefined : getMissing()[0];
      if (left !== undefined) look(left);
      if (pace.isOver()) return { reason: describeSlow(patience) };
      if (isBusy) await pace.rest();
    }
  } finally {
    crew.dismiss();
  }
  const fullAt = getFullAt();
  const windows = dropRepeated([...pieces.breaks.keys()].slice(0, fullAt).flatMap((number) => found.get(number) ?? []));
  const scanned = toScanned(file, whole, cutAfter(windows, mostProblems), { breaks: pieces.breaks, getRoom });
  return fullAt === undefined ? scanned : { ...scanned, unread: [tooMany] };
}

/** Behind which piece there are more findings than are told, whoever looked at the pieces; undefined where there are not. */
function createFullness(found: ReadonlyMap<number, readonly Window[]>): () => number | undefined {
  let next = 0;
  let count = 0;
  return () => {
    for (let windows = found.get(next); windows !== undefined && count <= mostProblems; windows = found.get(++next)) for (const { problems } of windows) count += problems.length;
    return count > mostProblems ? next : undefined;
  };
}

/** The first problems; what follows them in their window is hidden. */
function cutAfter(windows: readonly Window[], most: number): Window[] {
  let left = most;
  return windows.flatMap(({ from, text, problems }) => {
    const kept = problems.slice(0, left);
    left -= kept.length;
    return kept.length === 0 ? [] : [{ from, text: hide(text, problems.slice(kept.length)), problems: kept }];
  });
}

interface Pace {
  isOver(): boolean;
  /** A pause now and then, in which others are let in. */
  breathe(onBreath: (elapsed: number) => void): Promise<void>;
  rest(): Promise<void>;
}

function startPace(patience: number): Pace {
  const begin = performance.now();
  let last = begin;
  return {
    isOver: () => performance.now() - begin > patience,
    async breathe(onBreath) {
      const now = performance.now();
      if (now - last <= breath) return;
      onBreath(now - begin);
      await new Promise((resolve) => setImmediate(resolve));
      last = performance.now();
    },
    rest: () => new Promise((resolve) => setTimeout(resolve, 1)),
  };
}

function scanPlaces(whole: Whole, piece: Piece, places: PartSight['places']): Window[] {
  const stretches = places === 'all' ? [piece.own] : join(places);
  return stretches.flatMap((stretch) => scanStretch(whole, piece, stretch) ?? []);
}

/** A stretch of the file with what begins in the middle of it. */
interface Window {
  /** Of its first byte, in the file. */
  readonly from: number;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** From the first to the last of those that are close to each other. */
function join(places: readonly number[]): Range[] {
  const stretches: Range[] = [];
  for (const place of places) {
    const last = stretches.at(-1);
    if (last !== undefined && place - last[1] < before + behind) stretches[stretches.length - 1] = [last[0], place];
    else stretches.push([place, place]);
  }
  return stretches;
}

/** Undefined where nothing is found. */
function scanStretch(whole: Whole, { bytes: piece, from }: Piece, [start, end]: Range): Window | undefined {
  const first = findStart(piece, Math.max(0, start - before), Math.max(0, start - leastBefore));
  const part = piece.subarray(first, findEnd(piece, end + behind));
  const { text } = decode(part, { ...(whole.isBinary ? { encoding: 'latin1' } : inspect(part)), hasByteOrderMark: false, isBinary: whole.isBinary });
  const toOffset = (byte: number): number => (text.length === part.length ? byte - first : decode(piece.subarray(first, byte)).text.length);
  const [least, most] = [toOffset(Math.max(first, start - leastBefore)), toOffset(Math.min(end + leastBehind, first + part.length))];
  const all = scanPart(whole, text);
  const problems = all.filter(({ range }) => range[0] >= least && range[0] <= most);
  if (problems.length === 0) return undefined;
  return { from: from + first, text: cutBehind(hide(text, all.filter((problem) => !problems.includes(problem))), problems), problems };
}

/** Up to the second line behind what was found: there may be many windows. */
function cutBehind(text: string, problems: readonly Problem[]): string {
  const last = problems.reduce((furthest, { range, secretRanges }) => Math.max(furthest, range[1], ...secretRanges.map(([, end]) => end)), 0);
  const line = text.indexOf('\n', last);
  const next = line === -1 ? -1 : text.indexOf('\n', line + 1);
  return next === -1 ? text : toOwnText(text.slice(0, next + 1));
}

/** What two windows tell is told by the first; in the other it is hidden. */
function dropRepeated(windows: readonly Window[]): Window[] {
  let last = -1;
  return windows.flatMap(({ from, text, problems }) => {
    const isNew = ({ range: [start] }: Problem): boolean => {
      const place = from + Buffer.byteLength(text.slice(0, start));
      const isLater = place > last;
      last = Math.max(last, place);
      return isLater;
    };
    const kept = problems.filter(isNew);
    return kept.length === 0 ? [] : [{ from, text: hide(text, problems.filter((problem) => !kept.includes(problem))), problems: kept }];
  });
}

/** At the beginning of a line, or of a character. */
function findStart(bytes: Uint8Array, from: number, to: number): number {
  if (from === 0) return 0;
  const line = bytes.subarray(from, to).indexOf(10);
  if (line !== -1) return from + line + 1;
  let start = from;
  while (start < to && isInside(bytes[start])) start++;
  return start;
}

/** At the end of a character. */
function findEnd(bytes: Uint8Array, to: number): number {
  let end = Math.min(to, bytes.length);
  if (end === bytes.length) return end;
  while (end > 0 && isInside(bytes[end])) end--;
  return end;
}

/** A byte of UTF-8 that begins no character. */
const isInside = (byte = 0): boolean => (byte & 0xc0) === 0x80;

/** What another window tells must not be shown beside what this one does. */
const hide = (text: string, problems: readonly Problem[]): string =>
  problems.flatMap(({ secretRanges }) => secretRanges).reduce((hidden, [start, end]) => `${hidden.slice(0, start)}${'*'.repeat(end - start)}${hidden.slice(end)}`, text);

/** Made of the windows alone, one below the other. */
function toScanned(file: OpenFile, whole: Whole, found: readonly Window[], lines: Pick<Lines, 'breaks' | 'getRoom'>): ScannedFile {
  const { path, isBinary } = whole;
  const places = countPlaces(file, found.map(({ from }) => from), { pieceSize, countBreaks: getCountBreaks(whole), ...lines });
  const problems: Problem[] = [];
  const begins: Begin[] = [];
  let length = 0;
  let line = 1;
  for (const [index, window] of found.entries()) {
    const offset = length;
    problems.push(...window.problems.map((problem) => move(problem, offset)));
    begins.push({ line, at: places[index] ?? { line: 1, column: 1 } });
    length += window.text.length + 1;
    line += countBreaks(window.text) + 1;
  }
  return {
    source: { path, text: found.map(({ text }) => text).join('\n') },
    bytes: new Uint8Array(),
    decoded: { encoding: isBinary ? 'latin1' : 'utf-8', hasByteOrderMark: false, isBinary, text: '' },
    problems,
    references: [],
    grants: [],
    mentions: [],
    declared: [],
    unread: [],
    locate: (place) => locate(begins, place),
  };
}

/** Where no edit is made, what one would need is left out. */
function move({ ruleId, kind, severity, range, message, secretRanges, secret, subject, advice }: Problem, by: number): Problem {
  const more = { ...(secret === undefined ? {} : { secret }), ...(subject === undefined ? {} : { subject }), ...(advice === undefined ? {} : { advice }) };
  return { ruleId, kind, severity, message, range: shift(range, by), secretRanges: secretRanges.map((secretRange) => shift(secretRange, by)), ...more };
}

const shift = ([start, end]: readonly [number, number], by: number): readonly [number, number] => [start + by, end + by];

/** As `getLineStarts` counts. */
const countBreaks = (text: string): number => text.match(/\n|\r(?!\n)/gu)?.length ?? 0;

/** Where a window begins: its first line among those of all windows, and its place in the file. */
interface Begin {
  readonly line: number;
  readonly at: Position;
}

function locate(begins: readonly Begin[], { line, column }: Position): Position {
  const begin = begins.findLast((candidate) => candidate.line <= line);
  if (begin === undefined) return { line, column };
  return { line: begin.at.line + line - begin.line, column: line === begin.line ? begin.at.column + column - 1 : column };
}
