import { ruleIds } from './catalogue.ts';
import { isDate } from './suppressions/suppression.ts';

/** What is wrong with `allow` of a config, if anything. */
export function checkAllow(value: unknown): string | undefined {
  if (!Array.isArray(value)) return 'must be a list of entries, each with a reason';
  for (const [index, entry] of (value as readonly unknown[]).entries()) {
    const error = checkEntry(entry);
    if (error !== undefined) return `has an entry (number ${String(index + 1)}) that ${error}`;
  }
  return undefined;
}

const selectors = ['detector', 'rule', 'path', 'name', 'fingerprint'] as const;

function checkEntry(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return 'is no map';
  const fields = new Map<string, unknown>(Object.entries(entry));
  if (fields.has('value') || fields.has('secret')) return 'gives a value: a secret stands in no config, not even an allowed one; name its place, or its fingerprint';
  const known = [...selectors, 'reason', 'until'];
  const unknown = [...fields.keys()].find((key) => !known.some((name) => name === key));
  if (unknown !== undefined) return `has "${unknown.slice(0, 40)}"; it can have ${known.join(', ')}`;
  const given = selectors.filter((key) => fields.has(key));
  if (given.length === 0) return `allows everything: give it one of ${selectors.join(', ')}`;
  const bad = given.find((key) => !isWordOrList(fields.get(key)));
  if (bad !== undefined) return `needs a text or a list of texts as "${bad}"`;
  if (given.includes('rule')) {
    const strange = [fields.get('rule')].flat().find((rule) => !ruleIds.some((ruleId) => ruleId === rule));
    if (strange !== undefined) return `names no rule of ours; the rules are ${ruleIds.join(', ')}`;
  }
  const reason = fields.get('reason');
  if (typeof reason !== 'string' || reason.trim().length < 3) return 'has no reason: say why it is allowed';
  const until = fields.get('until');
  return until === undefined || (typeof until === 'string' && isDate(until)) ? undefined : 'needs a date such as 2027-01-31 as "until"';
}

const isWordOrList = (value: unknown): boolean => isWord(value) || (Array.isArray(value) && value.length > 0 && value.every(isWord));

const isWord = (value: unknown): boolean => typeof value === 'string' && value !== '';
