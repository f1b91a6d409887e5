import { readBase64Run, readHexRun } from './layers/runs.ts';
import { findEncodedRuns, type Run } from './layers/find-runs.ts';
import { findEscapedParts } from './layers/escapes.ts';
import type { Range } from './range.ts';

/** A part of a text that says something else when it is decoded. */
export interface Layer {
  /** Reads after "in": `base64`. */
  readonly encoding: Encoding;
  readonly text: string;
  /** The part in the outer text. */
  readonly range: Range;
  /** Where a part of the decoded text stands in the outer text. */
  toOuter(range: Range): Range;
  /** Whether the encoding hides this part: with escapes most of a text stands there as it is. */
  isHidden(range: Range): boolean;
}

export type Encoding = 'base64' | 'hex' | 'percent-encoding' | 'escapes' | 'HTML entities';

/**
 * Everything in a text that is encoded and decodes to text, in no order. Each character belongs to a few layers at most, none of
 * which is longer than what it was read from: time and memory stay linear in the text.
 */
export function* findLayers(text: string, { runs, hasEscapes }: EncodedParts = unknownParts): Generator<Layer> {
  for (const run of runs === undefined ? findEncodedRuns(text) : findRunsAt(text, runs)) {
    const layer = readHexRun(text, run) ?? readBase64Run(text, run);
    if (layer !== undefined) yield layer;
  }
  if (hasEscapes) yield* findEscapedParts(text);
}

/** What is known of a text before it is read. */
export interface EncodedParts {
  /** Where digits of base64 or hex begin, in the order of the text. */
  readonly runs?: readonly number[];
  readonly hasEscapes: boolean;
}

const unknownParts: EncodedParts = { hasEscapes: true };

function* findRunsAt(text: string, starts: readonly number[]): Generator<Run> {
  let done = 0;
  for (const start of starts) {
    if (start < done) continue;
    const run = findEncodedRuns(text, start).next().value;
    if (run === undefined) return;
    done = run.at(-1)?.[1] ?? done;
    yield run;
  }
}
