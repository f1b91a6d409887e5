import type { Allowance } from '../core/suppressions/allowance.ts';
import { translate } from './expression.ts';
import { getStrings, getText, type Table } from './table.ts';

/** What lets matches of a rule, or of all of them, pass. */
export interface AllowList {
  readonly description: string;
  readonly paths: readonly RegExp[];
  readonly values: readonly RegExp[];
  /** Held against the whole match, not the secret in it. */
  readonly isOfMatch: boolean;
  readonly stopWords: readonly string[];
  /** The rules that it is for; empty for all. */
  readonly rules: readonly string[];
}

export function readAllowList(entry: Table, name: string, warn: (line: string) => void, rule?: string): AllowList[] {
  const target = getText(entry, 'regexTarget') ?? 'secret';
  if (getStrings(entry, 'commits').length > 0) warn(`commits of ${name} are not used: files are scanned, not commits`);
  if (getText(entry, 'condition')?.toUpperCase() === 'AND') {
    warn(`${name} is not used: its parts must hold together (condition = "AND")`);
    return [];
  }
  const isUsable = target === 'secret' || target === 'match';
  if (!isUsable) warn(`regexes of ${name} are not used: they are held against the ${target.slice(0, 20)}`);
  return [
    {
      description: (getText(entry, 'description') ?? name).replace(/\p{Cc}/gu, ' ').slice(0, 120),
      paths: readExpressions(entry, 'paths', name, warn),
      values: isUsable ? readExpressions(entry, 'regexes', name, warn) : [],
      isOfMatch: target === 'match',
      stopWords: getStrings(entry, 'stopwords').filter((word) => word !== '').map((word) => word.toLowerCase()),
      rules: rule === undefined ? getStrings(entry, 'targetRules') : [rule],
    },
  ];
}

/** A test of the secret, and of the match around it; undefined where nothing is to be tested. */
export function createTest(lists: readonly AllowList[]): ((secret: string, match?: string) => boolean) | undefined {
  const used = lists.filter(({ values, stopWords }) => values.length > 0 || stopWords.length > 0);
  if (used.length === 0) return undefined;
  return (secret, match = secret) =>
    used.some(({ values, stopWords, isOfMatch }) => {
      const text = (isOfMatch ? match : secret).slice(0, maxValue);
      return values.some((value) => value.test(text)) || (stopWords.length > 0 && stopWords.some((word) => secret.toLowerCase().includes(word)));
    });
}

/** Files of these paths may hold secrets, and nothing else. */
export function toPathAllowance({ paths, description, rules }: AllowList): Allowance[] {
  if (paths.length === 0) return [];
  return [
    {
      source: 'config',
      label: 'gitleaks',
      reason: description,
      covers: ({ ruleId, kind, path }) => (ruleId === 'no-hardcoded-secrets' || ruleId === 'no-plaintext-dotenv') && (rules.length === 0 || rules.includes(kind)) && paths.some((expression) => expression.test(path)),
    },
  ];
}

const maxValue = 2000;

const readExpressions = (entry: Table, key: string, name: string, warn: (line: string) => void): RegExp[] =>
  getStrings(entry, key).flatMap((expression, index) => {
    const translation = translate(expression);
    if (!('refusal' in translation)) return [new RegExp(translation.source, translation.flags)];
    warn(`number ${String(index + 1)} in ${key} of ${name} is not used: it ${translation.refusal}`);
    return [];
  });
