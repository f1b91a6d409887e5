import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { commonDetectors } from '../../src/detectors/common.ts';
import { detectors } from '../../src/detectors/index.ts';
import { createImage } from '../../src/kernel/image.ts';
import { createTable } from '../../src/prefilter/table.ts';
import { root } from '../support/command.ts';

const table = createTable({ getCommon: () => commonDetectors, getAll: () => detectors }, []);

it('the image that the build leaves is that of the table', () => {
  const built = readFileSync(path.join(root, 'dist/bin/on-demand/keywords.image'));
  expect(built.equals(createImage(table.getKeywords(), { hasRuns: true }))).toBe(true);
});

it('each keyword is told to whose it is, without the rare formats being loaded for the common ones', () => {
  const keywords = table.getKeywords();
  const asked = createTable({ getCommon: () => commonDetectors, getAll: () => expect.unreachable('a common format needs no other') }, []);
  for (const [number, { text }] of keywords.entries()) {
    const owners = table.getOwners(number, keywords.length) ?? [];
    expect(owners.length).toBeGreaterThan(0);
    for (const owner of owners) {
      if (!('anchor' in owner)) continue;
      expect(owner.anchor.text).toBe(text);
      if (commonDetectors.includes(owner.anchor.owner)) expect(asked.getOwners(number, keywords.length)).toEqual(owners);
    }
  }
  expect(table.getOwners(keywords.length, keywords.length)).toBeUndefined();
});
