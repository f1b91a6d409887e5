import { isExpired, type Place, type Suppression } from './suppression.ts';

/** An entry of `allow` in the config: all that it gives must fit. */
export interface AllowEntry {
  /** Kinds of findings, such as `stripe-secret-key`. */
  readonly detector?: string | readonly string[];
  readonly rule?: string | readonly string[];
  /** Glob patterns, as those of `ignore`. */
  readonly path?: string | readonly string[];
  /** Names of variables and keys; `*` stands for any characters. */
  readonly name?: string | readonly string[];
  /** Of one finding, as the JSON report shows it. */
  readonly fingerprint?: string | readonly string[];
  readonly reason: string;
  readonly until?: string;
}

/** An entry that is ready to be held against findings. */
export interface Allowance extends Suppression {
  covers(place: Place): boolean;
}

/** Makes a test of glob patterns; the library behind it is not for pure code. */
export type CreateMatcher = (patterns: readonly string[]) => (path: string) => boolean;

export function toAllowance(entry: AllowEntry, index: number, createMatcher: CreateMatcher): Allowance {
  const paths = toList(entry.path);
  const isPath = paths.length === 0 ? () => true : createMatcher(paths);
  const names = toList(entry.name).map(toNameTest);
  const isGiven = (list: readonly string[], value: string): boolean => list.length === 0 || list.includes(value);
  const [kinds, rules, fingerprints] = [toList(entry.detector), toList(entry.rule), toList(entry.fingerprint)];
  return {
    source: 'config',
    label: `allow[${String(index)}]`,
    reason: entry.reason,
    ...(entry.until === undefined ? {} : { until: entry.until }),
    covers: ({ ruleId, kind, path, name, fingerprint }) =>
      isGiven(kinds, kind) && isGiven(rules, ruleId) && isGiven(fingerprints, fingerprint) && (names.length === 0 || (name !== undefined && names.some((test) => test(name)))) && isPath(path),
  };
}

export const isAllowed = (allowance: Allowance, place: Place, today: string): boolean => !isExpired(allowance, today) && allowance.covers(place);

const toList = (value: string | readonly string[] | undefined): readonly string[] => (value === undefined ? [] : typeof value === 'string' ? [value] : value);

/** `*` as the only wild card: the parts between must follow each other. */
function toNameTest(pattern: string): (name: string) => boolean {
  const parts = pattern.split('*');
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return (name) => name === pattern;
  return (name) => {
    if (!name.startsWith(first)) return false;
    let offset = first.length;
    for (const part of rest) {
      const index = name.indexOf(part, offset);
      if (index === -1) return false;
      offset = index + part.length;
    }
    return name.length - last.length >= offset && name.endsWith(last);
  };
}
