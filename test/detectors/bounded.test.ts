import { describe, expect, it } from 'vitest';
import { getCost } from '../../src/core/bounded.ts';
import { createDetect } from '../../src/core/detect.ts';
import { detectors } from '../../src/detectors/index.ts';
import { makeNearMiss } from '../support/adversary.ts';

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

const size = 1_000_000;

const time = (run: () => void): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

/** Work that grows with the text alone takes twice as long for twice the text; a busy machine may take longer now and then. */
function isLinear(work: (length: number) => void, length: number): boolean {
  for (let attempt = 0; attempt < 4; attempt++) {
    const once = time(() => work(length));
    const twice = time(() => work(length * 2));
    if (twice < 100 || twice < once * 3) return true;
  }
  return false;
}

/** Tries an expression wherever a text of this length begins to look like it. */
const tryEverywhere = (pattern: RegExp, unit: string) => (length: number): void => {
  const text = unit.repeat(Math.ceil(length / unit.length));
  for (pattern.lastIndex = 0; pattern.lastIndex < text.length; ) {
    const start = pattern.lastIndex;
    pattern.exec(text);
    pattern.lastIndex = start + unit.length;
  }
};

describe('a text that is made against a format takes half as long as one of twice its length', () => {
  it.each(detectors.map((detector) => [detector.id, detector] as const))('%s', (_, detector) => {
    const miss = makeNearMiss(detector.pattern);
    expect(isLinear(tryEverywhere(detector.pattern, miss), size), 'its expression, at 1 and 2 MB').toBe(true);
    const { tokens } = createDetect([detector]);
    const unit = `${detector.anchors?.[0] ?? ''}${detector.near?.[0] ?? ''} `;
    expect(isLinear((length) => tokens(unit.repeat(length / 10)), 20_000), 'its marks').toBe(true);
  });
});
