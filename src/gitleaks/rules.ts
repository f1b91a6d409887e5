import type { Detector } from '../core/detector.ts';
import { getEntropy } from '../core/entropy.ts';
import type { ForeignRules } from '../core/foreign-rules.ts';
import { findAnchors } from './anchors.ts';
import { createTest, readAllowList, toPathAllowance, type AllowList } from './allow-list.ts';
import { translate } from './expression.ts';
import { getNumber, getRecords, getStrings, getText, type Table } from './table.ts';

/** Its rules and allow-lists, as far as they can be ours: https://github.com/gitleaks/gitleaks#configuration. */
export function readRules(table: Table): Omit<ForeignRules, 'id'> {
  const warnings: string[] = [];
  const warn = (line: string): void => void warnings.push(line);
  const global = [...getRecords(table, 'allowlist'), ...getRecords(table, 'allowlists')].flatMap((entry) => readAllowList(entry, 'the global allow-list', warn));
  const rules = getRecords(table, 'rules').map((rule, index) => readRule(rule, index, warn));
  for (const key of ['path', 'url']) if (getText(getRecords(table, 'extend')[0] ?? {}, key) !== undefined) warn(`extend.${key} is not followed: name that file under "gitleaks" instead`);
  if (getStrings(getRecords(table, 'extend')[0] ?? {}, 'disabledRules').length > 0) warn('extend.disabledRules is not used: its default rules are not ours; say under "allow" what may pass');
  const values = global.filter(({ rules: only }) => only.length === 0);
  return {
    detectors: rules.flatMap(({ detector }) => (detector === undefined ? [] : [detector])),
    allowances: [...global, ...rules.flatMap(({ lists }) => lists)].flatMap((list) => toPathAllowance(list)),
    isAllowedValue: createTest(values),
    warnings,
  };
}

interface Rule {
  readonly detector?: Detector;
  readonly lists: readonly AllowList[];
}

function readRule(rule: Table, index: number, warn: (line: string) => void): Rule {
  const id = getText(rule, 'id') ?? `rule ${String(index + 1)}`;
  const shown = id.slice(0, 60);
  const lists = [...getRecords(rule, 'allowlist'), ...getRecords(rule, 'allowlists')].flatMap((entry) => readAllowList(entry, `the allow-list of ${shown}`, warn, id));
  const refuse = (why: string): Rule => {
    warn(`the rule ${shown} is not used: ${why}`);
    return { lists: [] };
  };
  const regex = getText(rule, 'regex');
  // it only changes a default rule
  if (regex === undefined && getText(rule, 'path') === undefined) return lists.length > 0 ? refuse('it only adds to a default rule of gitleaks') : { lists };
  if (regex === undefined) return refuse('it finds files by their path, not secrets');
  for (const [key, why] of unusable) if (rule[key] !== undefined && rule[key] !== false) return refuse(why);
  const translation = translate(regex, getNumber(rule, 'secretGroup') ?? 0);
  if ('refusal' in translation) return refuse(`its expression ${translation.refusal}`);
  const place = findAnchors(translation.source, translation.flags, getStrings(rule, 'keywords'));
  if (place === undefined) return refuse('its expression begins with no fixed text of three characters, and not all of its keywords have three: give it keywords');
  const isAllowed = createTest(lists);
  const entropy = getNumber(rule, 'entropy') ?? 0;
  return {
    lists,
    detector: {
      id,
      title: (getText(rule, 'description') ?? `a match of ${shown}`).replace(/\p{Cc}/gu, ' ').slice(0, 120),
      severity: 'high',
      source: 'https://github.com/gitleaks/gitleaks#configuration',
      ...place,
      visible: 0,
      pattern: new RegExp(translation.source, `${translation.flags}y`),
      // its expressions say themselves where a match ends
      boundary: /(?!)/u,
      accepts: (secret, [match]) => getEntropy(secret) >= entropy && isAllowed?.(secret, match) !== true,
    },
  };
}

const unusable: readonly (readonly [key: string, why: string])[] = [
  ['path', 'it is for some paths only, which a format cannot be'],
  ['required', 'it needs other rules to match beside it'],
  ['skipReport', 'it is only there for other rules'],
];
