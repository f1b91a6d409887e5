import { describe, expect, it } from 'vitest';
import { findAttack } from '../../src/core/expressions/growth.ts';
import { makePumps, type Pump } from '../support/adversary.ts';
import { findExpressions, type Expression } from '../support/expressions.ts';
import { growsTooFast, isSquare } from '../support/growth.ts';

/** Why an expression may be one whose time grows faster than a text: what it is tried on is short, or it is tried once. */
const reasons: Readonly<Record<string, string>> = {
  'src/core/assigned-value.ts "(?<double>': 'at most 4096 characters, and a text ends at the next quote of its kind, which the next one begins with',
  'src/detectors/jwt.ts eyJ[\\w-]{10,2000}': 'tried behind what is no part of it only: within one, no second begins',
  'src/detectors/one-password.ts eyJ[\\w-]{10,2000}': 'tried behind what is no part of it only: within one, no second begins',
  'src/detectors/snowflake.ts eyJ[\\w-]{10,2000}': 'tried behind what is no part of it only: within one, no second begins',
  'src/core/expression-text.ts """(?<long>': 'a text ends at the next quote of its kind',
  'src/ecmascript/module-facts.ts (?:[ \\t]*\\/\\/': 'tried once in a file, at its beginning',
  'src/prefilter/given-value.ts "(?<double>': 'at most 4096 characters, behind a key, and on what a line holds near a name',
  'src/python/module-facts.ts (?:[ \\t]*#': 'tried once in a file, at its beginning',
  'src/io/ssm-put.ts \\{\\{[^}]*': 'a value of more than 8192 bytes was refused before',
};

/** Each once. */
const expressions = [...new Map(findExpressions().map((expression) => [JSON.stringify([expression.source, expression.flags, getReason(expression)]), expression])).values()];


function getReason({ file, source }: Expression): string | undefined {
  return Object.keys(reasons).find((key) => `${file} ${source}`.startsWith(key));
}

/** The formats have a test of their own, which tries them as they are used. */
const isTriedElsewhere = (expression: Expression): boolean => getReason(expression) !== undefined || expression.file.startsWith('src/detectors/');

describe('no regular expression of the sources takes longer than a text is long', () => {
  it('by what it is made of', () => {
    const found = expressions.flatMap((expression) => {
      const attack = findAttack(expression.source, expression.flags);
      return attack === undefined || getReason(expression) !== undefined ? [] : [{ ...expression, attack }];
    });
    expect(found).toEqual([]);
  });

  it('and every reason is needed', () => {
    const needed = expressions.filter(({ source, flags }) => findAttack(source, flags) !== undefined).map(getReason);
    expect(Object.keys(reasons).filter((key) => !needed.includes(key))).toEqual([]);
  });

  it('by trying it on texts made against it, up to 1 MB', { timeout: 120_000 }, () => {
    const slow = expressions.filter((expression) => !isTriedElsewhere(expression) && makePumps(expression).some((pump) => growsTooFast(search(expression, pump), { from: 4096, to: 1_000_000 })));
    expect(slow).toEqual([]);
  });
});

/** Tries an expression everywhere, also one that is only used where something was found. */
function search({ source, flags }: Expression, { before, pump }: Pump): (size: number) => void {
  const isRepeated = /[gy]/u.test(flags);
  const pattern = new RegExp(source, isRepeated ? `${flags.replaceAll(/[gy]/gu, '')}g` : flags);
  return (size) => {
    const text = `${before}${pump.repeat(Math.ceil(size / pump.length))}\u0000\n\u0000`;
    pattern.lastIndex = 0;
    for (let end = -1; pattern.test(text) && isRepeated; end = pattern.lastIndex) if (pattern.lastIndex === end) pattern.lastIndex++;
  };
}

describe('the judgement', () => {
  it.each(['\\s+$', 'a+b', '^a*a*$', '^(?:a|b)*a*$', 'x.*y', '(?<=a+)b', '^\\s*x', '\\{\\{[^}]*\\}\\}', '[\\w.]+@\\w+', '^.*,.*;$', '(?:ab)+c', '(?:a+b)?', '(\\d+)\\.(\\d+)$', '\\bfoo.*bar', '(?<!x)y+z'])('/%s/ may take the square of a text', (source) => {
    const attack = findAttack(source, source.startsWith('^\\s') ? 'gmu' : 'gu');
    expect(attack).toBeDefined();
    if (attack === undefined || attack === 'unjudged' || source.includes('<=')) return;
    expect(isSquare(search({ file: '', source, flags: source.startsWith('^\\s') ? 'gmu' : 'gu' }, attack), { from: 2048, to: 32_768 })).toBe(true);
  });

  it.each(['(?<!\\s)\\s+$', '^a+b', 'a+', '^[ \\t]*x', 'a{1,100}b', ';[ \\t]*(?:\\/\\/.*)?$', '\\b[a-z]+!', '(?<![\\w-])[\\w-]*key[\\w-]*', '"[^"]*"', '^(?:\\w+,)*$', 'x[^]*$'])('/%s/ does not', (source) => {
    const flags = /^\^\[|;/u.test(source) ? 'gmu' : 'gu';
    expect(findAttack(source, flags)).toBeUndefined();
    for (const pump of makePumps({ source, flags })) expect(growsTooFast(search({ file: '', source, flags }, pump), { from: 4096, to: 1_000_000 })).toBe(false);
  });
});
