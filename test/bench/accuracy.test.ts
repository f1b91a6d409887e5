import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { root } from '../support/command.ts';

interface Unit {
  readonly from: number;
  readonly to: number;
  readonly isSecret: boolean;
  readonly template: string;
}
interface Metrics {
  readonly secrets: number;
  readonly found: number;
  readonly extra: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}
interface Case {
  readonly path: string;
  readonly template: string;
}
interface Report {
  readonly path: string;
  readonly line: number;
  readonly endLine?: number;
}
interface Cases {
  readCases(text: string): Case[];
  fillCase(file: Case, seed: string): { text: string; templates: string[]; units: Unit[] };
}
interface Compare {
  compare(files: ReadonlyMap<string, readonly Unit[]>, reports: readonly Report[]): Metrics & { misses: readonly Report[]; extras: readonly Report[] };
  getMetrics(secrets: number, found: number, extra: number): Metrics;
  getRegressions(baseline: Record<string, Metrics>, results: Record<string, Metrics>): string[];
}
interface Tokens {
  tokens: ReadonlyMap<string, { readonly pattern: string }>;
}
interface Values {
  makeValue(text: string, random: unknown): string;
}

const load = async (name: string): Promise<unknown> => import(pathToFileURL(path.join(root, 'bench/accuracy', name)).href);
const { readCases, fillCase } = (await load('cases.mjs')) as Cases;
const { compare, getMetrics, getRegressions } = (await load('compare.mjs')) as Compare;
const { tokens } = (await load('tokens.mjs')) as Tokens;
const { makeValue } = (await load('values.mjs')) as Values;
const { makeRandom } = (await load('random.mjs')) as { makeRandom(seed: string): unknown };

const cases = readCases('=== a/.env\nUSER=me\nPASSWORD=«!weak#p»\nAGAIN=«!weak#p»\nID=«uuid»\nMAYBE=«?hex:8»\n=== key\n«!pem:rsa»\nend\n');

describe('labelled cases', () => {
  it('label lines by their markers and blocks as one', () => {
    expect(cases.map((one) => one.path)).toEqual(['a/.env', 'key']);
    const [env, key] = cases.map((one) => fillCase(one, 'seed'));
    expect(env?.units.map(({ from, to, isSecret }) => [from, to, isSecret])).toEqual([[2, 2, true], [3, 3, true], [5, 5, false]]);
    expect(key?.units).toHaveLength(1);
    expect(key?.text.split('\n')[key.units[0]!.to]).toBe('end');
  });

  it('have the same values in every run, and one for each id', () => {
    const { text } = fillCase(cases[0]!, 'seed');
    expect(fillCase(cases[0]!, 'seed').text).toBe(text);
    expect(fillCase(cases[0]!, 'other').text).not.toBe(text);
    const [, first, second] = text.split('\n').map((line) => line.split('=')[1]);
    expect(first).toBe(second);
  });

  it('can make a value of every token format', () => {
    for (const kind of tokens.keys()) {
      const value = makeValue(`token:${kind}`, makeRandom(kind));
      expect(value.length, kind).toBeGreaterThan(10);
      expect(value, kind).not.toMatch(/[[\]{}]\d|undefined|NaN/u);
    }
  });

  it('repeat a line with other values', () => {
    const { text } = fillCase({ path: 'x', template: '«*3»«hex:20»\n' }, 'seed');
    expect(new Set(text.trim().split('\n')).size).toBe(3);
  });
});

describe('the comparison', () => {
  const unit = (from: number, to: number, isSecret: boolean): Unit => ({ from, to, isSecret, template: '' });
  const files = new Map([['a', [unit(2, 2, true), unit(4, 9, true), unit(11, 11, false)]]]);

  it('counts units found, one extra a line, and nothing for what may be reported', () => {
    const result = compare(files, [{ path: 'a', line: 5 }, { path: 'a', line: 3 }, { path: 'a', line: 3 }, { path: 'a', line: 11 }, { path: 'b', line: 1 }]);
    expect(result).toMatchObject({ secrets: 2, found: 1, extra: 2 });
    expect(result.misses.map(({ line }) => line)).toEqual([2]);
  });

  it('lets a report of several lines find what it covers', () => {
    expect(compare(files, [{ path: 'a', line: 1, endLine: 4 }])).toMatchObject({ found: 2, extra: 0, recall: 1 });
  });

  it('gives the usual ratios', () => {
    expect(getMetrics(10, 8, 2)).toMatchObject({ precision: 0.8, recall: 0.8 });
    expect(getMetrics(10, 8, 2).f1).toBeCloseTo(0.8);
    expect(getMetrics(0, 0, 0)).toMatchObject({ precision: 1, recall: 1 });
  });

  it('tells what became worse', () => {
    const baseline = { one: getMetrics(100, 90, 5), none: getMetrics(0, 0, 3) };
    expect(getRegressions(baseline, { one: getMetrics(100, 90, 5), none: getMetrics(0, 0, 5) })).toEqual([]);
    expect(getRegressions(baseline, { one: getMetrics(100, 80, 5), none: getMetrics(0, 0, 9) }).join('\n')).toMatch(/one: recall.*none: 3 wrong reports -> 9/su);
    expect(getRegressions(baseline, { one: getMetrics(100, 90, 5) })).toEqual(['none: not measured']);
  });
});
