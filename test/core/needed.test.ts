import { describe, expect, it } from 'vitest';
import { getNeededTexts } from '../../src/core/expressions/needed.ts';
import { parseExpression } from '../../src/core/expressions/parse.ts';
import { fileFormats } from '../../src/file-formats/index.ts';
import { getFileRows } from '../../src/settings/file-rows.ts';
import { mayHaveRows } from '../../src/settings/may-have-rows.ts';
import { writeMatch } from '../support/sample.ts';

const needed = (expression: RegExp): readonly string[] | undefined => getNeededTexts(parseExpression(expression.source, expression.flags));

describe('texts that an expression needs', () => {
  it.each<[RegExp, readonly string[] | undefined]>([
    [/(?:^|\/)[._]?npmrc$/u, ['npmrc']],
    [/\.(?:sql|psql)$/iu, ['.sql', '.psql']],
    [/(?:abc)?x(?:def|ghi)+/u, ['def', 'ghi']],
    [/(?:abc|[a-z]+)/u, undefined],
    [/(?:abc){0,3}/u, undefined],
    [/(?=abc)\w+/u, undefined],
    [/AbC/iu, ['abc']],
    [/a[bB]c/u, ['abc']],
    [/sk/iu, ['sk']],
  ])('%s: %j', (expression, texts) => {
    expect(needed(expression)).toEqual(texts);
  });
});

describe('a path that a row takes has one of its words', () => {
  it.each(fileFormats)('$id', ({ id, path }) => {
    for (let seed = 0; seed < 100; seed++) {
      const drawn = writeMatch(path, `words ${String(seed)}`);
      for (const name of path.flags.includes('i') ? [drawn, drawn.toUpperCase(), drawn.toLowerCase()] : [drawn]) {
        if (!path.test(name)) continue;
        expect(mayHaveRows(name), name).toBe(true);
        expect(getFileRows(name).map((row) => row.id), name).toContain(id);
      }
    }
  });

  it('and most paths have none', () => {
    expect(['package.json', 'src/app/data.app.json', 'LICENSE', 'docs/index.rst', '.eslintrc.json', 'a.yaml'].filter(mayHaveRows)).toEqual([]);
  });
});
