import { createDetect, type Detect, type Match } from './detect.ts';
import type { Detector } from './detector.ts';
import { toDetector, type FormatEntry } from './custom-formats.ts';
import type { ForeignRules } from './foreign-rules.ts';

/** What a project looks for, and lets pass, beside the formats that everybody has. */
export interface Custom {
  readonly formats: readonly FormatEntry[];
  readonly foreign?: ForeignRules | undefined;
}

/** The formats of a project come after the built-in ones: where both fit, those are known better. */
export function createCustomDetect(builtIn: readonly Detector[], { formats, foreign }: Custom): Detect {
  const detect = createDetect([...builtIn, ...formats.map(toDetector), ...(foreign?.detectors ?? [])]);
  if (foreign?.isAllowedValue === undefined) return detect;
  const { isAllowedValue } = foreign;
  const isOpen = (text: string, { range }: Match): boolean => !isAllowedValue(text.slice(...range));
  return {
    ...detect,
    tokens: (text, range) => detect.tokens(text, range).filter((match) => isOpen(text, match)),
    named: (candidate) => (isAllowedValue(candidate.value) ? undefined : detect.named(candidate)),
  };
}

export const hasCustom = ({ formats, foreign }: Custom): boolean => formats.length > 0 || foreign !== undefined;
