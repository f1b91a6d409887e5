import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { detectors } from '../../src/detectors/index.ts';
import { makeSample } from '../support/sample.ts';

const detect = createDetect(detectors);

describe('every format is found as itself', () => {
  it.each(detectors)('$id', (detector) => {
    const found = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const { text } = makeSample(detector, seed);
      return detect.tokens(text).map(({ detectorId }) => detectorId).join(' ') || `nothing in ${text}`;
    });
    expect(found.filter((ids) => ids.split(' ').includes(detector.id)).length, found.join('\n')).toBeGreaterThanOrEqual(6);
  });
});
