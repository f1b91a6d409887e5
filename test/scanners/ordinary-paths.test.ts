import { describe, expect, it } from 'vitest';
import { commonFormats, getCommonFormat, isOrdinaryPath } from '../../src/core/formats.ts';
import { fileFormats } from '../../src/file-formats/index.ts';
import { scanners } from '../../src/scanners/index.ts';
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

describe('a common ending gives the format that would be found', () => {
  it.each([...commonFormats])('.%s', (ending, id) => {
    const path = `src/orders.${ending}`;
    expect(scanners.find((scanner) => scanner.id !== 'text' && scanner.handles(path))?.id ?? 'text').toBe(id);
  });

  it('but for names that say more', () => {
    expect(getCommonFormat('.env.txt')).toBeUndefined();
    expect(getCommonFormat('Dockerfile.sh')).toBeUndefined();
    expect(getCommonFormat('a.b/credentials')).toBeUndefined();
    expect(getCommonFormat('a.b/README')).toBe('text');
  });
});
