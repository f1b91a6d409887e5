import { describe, expect, it } from 'vitest';
import { getCost } from '../../src/core/bounded.ts';
import { createDetect } from '../../src/core/detect.ts';
import { detectors } from '../../src/detectors/index.ts';
import { makeNearMiss } from '../support/adversary.ts';
import { growsTooFast } from '../support/growth.ts';

/** More than a custom format may take: these few are known. */
const stepLimit = 3_000_000;

describe('every expression of a format', () => {
  it.each(detectors.map((detector) => [detector.id, detector] as const))('%s is sticky and has a bound', (_, { pattern }) => {
    expect(pattern.sticky).toBe(true);
    const { length, steps } = getCost(pattern.source, pattern.flags);
    expect(length).toBeLessThan(300_000);
    expect(steps).toBeLessThan(stepLimit);
  });
});

/** Tries an expression wherever a text of this length begins to look like it. */
const tryEverywhere = (pattern: RegExp, unit: string) => (length: number): void => {
  const text = unit.repeat(Math.ceil(length / unit.length));
  for (pattern.lastIndex = 0; pattern.lastIndex < text.length; ) {
    const start = pattern.lastIndex;
    pattern.exec(text);
    pattern.lastIndex = start + unit.length;
  }
};

describe('a text that is made against a format takes twice as long where it is twice as long', () => {
  it.each(detectors.map((detector) => [detector.id, detector] as const))('%s', (_, detector) => {
    const miss = makeNearMiss(detector.pattern);
    expect(growsTooFast(tryEverywhere(detector.pattern, miss), { from: 64_000, to: 1_000_000 }), 'its expression').toBe(false);
    const { tokens } = createDetect([detector]);
    const unit = `${detector.anchors?.[0] ?? ''}${detector.near?.[0] ?? ''} `;
    expect(growsTooFast((length) => void tokens(unit.repeat(length / 10)), { from: 4000, to: 32_000 }), 'its marks').toBe(false);
  });
});
