import { readBase64Run, readHexRun } from './layers/runs.ts';
import { findEncodedRuns } from './layers/find-runs.ts';
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
export function* findLayers(text: string): Generator<Layer> {
  for (const run of findEncodedRuns(text)) {
    const layer = readHexRun(text, run) ?? readBase64Run(text, run);
    if (layer !== undefined) yield layer;
  }
  yield* findEscapedParts(text);
}
