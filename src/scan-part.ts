import type { Config } from './core/config.ts';
import { getOrigin, type Origin } from './core/generated.ts';
import { findLayeredSecrets } from './core/layered-secrets.ts';
import type { Problem } from './core/problem.ts';
import type { Range } from './core/range.ts';
import type { SourceFile } from './core/scanner.ts';
import { decode, inspect, type Encoded } from './io/decode.ts';
import { getPrefilter, isTrusted } from './look.ts';
import { getDetects, isDense, scanBundle, scanTokens, selectReported } from './pipeline.ts';
import { mostPlaces, type Marks, type Prefilter, type Sight } from './prefilter/prefilter.ts';
import { getPartReading } from './prefilter/reading.ts';

/** What all parts of a file share that is too large to be read at once. */
export interface Whole {
  readonly path: string;
  readonly config: Config;
  readonly isBinary: boolean;
  readonly origin: Origin | undefined;
}

/** From the beginning of the file. Undefined for text of two or four bytes a character, which has no parts. */
export function toWhole(path: string, head: Uint8Array, config: Config): Whole | undefined {
  const encoded = inspect(head);
  if (/^utf-(?:16|32)/u.test(encoded.encoding)) return undefined;
  const { isBinary } = encoded;
  return { path, config, isBinary, origin: isBinary ? undefined : getPartOrigin(path, decode(head, encoded).text) };
}

/** No person wrote a program of that size. */
function getPartOrigin(path: string, head: string): Origin | undefined {
  const origin = getOrigin(path, head);
  return origin === undefined && getPartReading(path) === 'text' ? 'bundle' : origin;
}

/** What a look at a part tells. */
export interface PartSight {
  /** Where a secret may be; `all` for everywhere. */
  readonly places: readonly number[] | 'all';
  /** How many lines end there. */
  readonly breakCount: number;
}

/** Of some of the bytes at the beginning of the kernel's room, which has what is around them too; of all marks, or of those that were sifted. */
export function suspectPart(whole: Whole, bytes: Uint8Array, own: Range, sifted: SiftedPart['marks'] = 'all'): PartSight {
  const prefilter = getOwnPrefilter(whole);
  const marks = sifted === 'all' ? {} : { marks: sifted };
  const sight = prefilter.look(whole.path, bytes.length, whole.isBinary, true, { reading: getPartReading(whole.path), origin: { is: whole.origin }, ...marks });
  return { places: isTrusted ? getPlaces(whole, bytes, own, sight) : 'all', breakCount: sifted === 'all' ? prefilter.countBreaks(...own) : 0 };
}

/** What a first look at the bytes of a part leaves, for a thread that knows how to look at it. */
export interface SiftedPart {
  /** `all` where none can be left out. */
  readonly marks: Marks | 'all';
  readonly breakCount: number;
}

/** The same bytes; undefined where there is much to look at. */
export function siftPart(whole: Whole, bytes: Uint8Array, own: Range): SiftedPart | undefined {
  if (!isTrusted) return undefined;
  const prefilter = getOwnPrefilter(whole);
  const marks = prefilter.sift(whole.path, bytes.length, { reading: whole.isBinary ? 'tokens' : getPartReading(whole.path), own });
  return marks && { marks, breakCount: prefilter.countBreaks(...own) };
}

/** How many lines end from one byte of the kernel's room up to another. */
export const getCountBreaks = (whole: Whole): ((from: number, to: number) => number) => getOwnPrefilter(whole).countBreaks;

function getOwnPrefilter({ config }: Whole): Prefilter {
  const { all, custom } = getDetects(config);
  return getPrefilter(config, custom, all);
}

function getPlaces({ path, config, isBinary, origin }: Whole, bytes: Uint8Array, [start, end]: Range, sight: Sight | undefined): PartSight['places'] {
  if (sight === undefined) return [];
  if (sight.places.length >= mostPlaces) return 'all';
  const { all, marked } = getDetects(config);
  const layered = sight.suspicions.layer ? findLayeredSecrets({ path, text: decode(bytes, bytesOfText).text }, isDense(origin, isBinary) ? marked() : all).map(({ range }) => range[0]) : [];
  const places = [...sight.places, ...layered].filter((place) => place >= start && place < end).sort((a, b) => a - b);
  return places.length >= mostPlaces ? 'all' : places;
}

/** A character a byte, so that places are the same in both. */
const bytesOfText: Encoded = { encoding: 'latin1', hasByteOrderMark: false, isBinary: true };

/** The secrets of a part, as a text that nothing more is known of. */
export function scanPart({ path, config, isBinary, origin }: Whole, text: string): readonly Problem[] {
  const detects = getDetects(config);
  const source: SourceFile = { path, text };
  const isTokens = isBinary || (origin !== 'bundle' && isDense(origin, isBinary));
  const { problems } = isTokens ? scanTokens(source, detects, isBinary) : scanBundle(source, { all: detects.all, marked: () => detects.all });
  const layered = findLayeredSecrets(source, isTokens ? detects.marked() : detects.all).filter(({ range }) => !problems.some((problem) => problem.range[0] < range[1] && range[0] < problem.range[1]));
  return selectReported([...problems, ...layered], source, origin, config);
}
