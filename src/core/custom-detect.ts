import { createDetect, type Detect } from './detect.ts';
import type { Detector } from './detector.ts';
import { toDetector, type FormatEntry } from './custom-formats.ts';
import type { ForeignRules } from './foreign-rules.ts';

/** What a project looks for, and lets pass, beside the formats that everybody has. */
export interface Custom {
  readonly formats: readonly FormatEntry[];
  readonly foreign?: ForeignRules | undefined;
}

export const getCustom = ({ formats, foreign }: Custom): readonly Detector[] => [...formats.map((format) => toDetector(format)), ...(foreign?.detectors ?? [])];

/** The formats of a project come after the built-in ones: where both fit, those are known better. */
export function createCustomDetect(builtIn: readonly Detector[], custom: Custom): Detect {
  const { foreign } = custom;
  const detect = createDetect([...builtIn, ...getCustom(custom)]);
  if (foreign?.isAllowedValue === undefined) return detect;
  return withAllowed(detect, foreign.isAllowedValue);
}

const withAllowed = (detect: Detect, isAllowedValue: (value: string) => boolean): Detect => ({
  ...detect,
  tokens: (text, range) => detect.tokens(text, range).filter((match) => !isAllowedValue(text.slice(...match.range))),
  named: (candidate) => (isAllowedValue(candidate.value) ? undefined : detect.named(candidate)),
  over: (text, anchors) => withAllowed(detect.over(text, anchors), isAllowedValue),
});

export const hasCustom = ({ formats, foreign }: Custom): boolean => formats.length > 0 || foreign !== undefined;
