import { describe, expect, it } from 'vitest';
import { isOrdinaryPath } from '../../src/core/formats.ts';
import { fileFormats } from '../../src/file-formats/index.ts';
import { writeMatch } from '../support/sample.ts';

describe('a path that a row takes is no ordinary one, so that the rows are loaded for it', () => {
  it.each(fileFormats)('$id', ({ path }) => {
    for (let seed = 0; seed < 40; seed++) {
      const name = writeMatch(path, `path ${String(seed)}`);
      // a row takes any ending of `docker/config…`; the file itself has none of a program
      if (path.test(name)) expect(isOrdinaryPath(name.replace(/\s/gu, 'x')), name).toBe(false);
    }
  });
});
