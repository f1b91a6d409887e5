import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { isExponential } from '../../src/core/bounded.ts';
import { classifyValue } from '../../src/core/value.ts';
import { root } from '../support/command.ts';

/** Judged by hand: `$` holds at one place only, which the check does not know. */
const known = new Set(['src/python/module-facts.ts']);

const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => `src/${name.replaceAll('\\', '/')}`);

interface Literal {
  readonly pattern: string;
  readonly flags: string;
}

function findLiterals(node: unknown, found: Literal[] = []): Literal[] {
  if (typeof node !== 'object' || node === null) return found;
  if ('regex' in node && node.regex !== null && typeof node.regex === 'object') found.push(node.regex as Literal);
  for (const child of Object.values(node)) findLiterals(child, found);
  return found;
}

describe('no regular expression of the sources takes exponential time', () => {
  it.each(files.filter((file) => !known.has(file)))('%s', (file) => {
    const literals = findLiterals(parseSync(file, readFileSync(path.join(root, file), 'utf8')).program);
    expect(literals.filter(({ pattern, flags }) => isExponential(pattern, flags))).toEqual([]);
  });

  it('and a long path that is none is judged at once', () => {
    expect(classifyValue(`/${'a'.repeat(4000)}!`)).toBeDefined();
  });
});
