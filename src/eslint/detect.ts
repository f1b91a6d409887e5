import { createCustomDetect, type Custom } from '../core/custom-detect.ts';
import type { Detect } from '../core/detect.ts';
import { detectors } from '../detectors/index.ts';

/** One for all rules: building its tables is not free. */
export function getDetect({ formats }: Pick<Custom, 'formats'>): Detect {
  const known = ofFormats.get(formats) ?? createCustomDetect(detectors, { formats });
  ofFormats.set(formats, known);
  return known;
}

const ofFormats = new WeakMap<Custom['formats'], Detect>();
