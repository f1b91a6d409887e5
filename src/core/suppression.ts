import { ruleIds, type RuleId } from './catalogue.ts';
import { getPosition } from './range.ts';

/** A comment that allows a finding, with its reason. */
export interface Suppression {
  /** The line it speaks of, counted from 1. */
  readonly line: number;
  /** Empty for all rules. */
  readonly ruleIds: readonly RuleId[];
  readonly reason: string;
}

/**
 * `paramguard-disable-line`, `paramguard-disable-next-line` and ESLint's own comments where they name a rule of ours:
 * `// paramguard-disable-next-line no-hardcoded-secrets -- rotated in May`. A comment without a reason has no effect.
 */
export function findSuppressions(text: string, lineStarts: readonly number[]): Suppression[] {
  if (!text.includes('-disable-')) return [];
  return [...text.matchAll(comment)].flatMap((found) => {
    const { host = '', next, rules = '', reason = '' } = found.groups ?? {};
    const named = rules.split(',').map((rule) => rule.trim().replace(/^paramguard\//u, '')).filter((rule) => rule !== '');
    const ours = ruleIds.filter((ruleId) => named.includes(ruleId));
    if (named.length > 0 && ours.length === 0) return [];
    if (host === 'eslint' && !rules.includes('paramguard/')) return [];
    const line = getPosition(lineStarts, found.index).line + (next === undefined ? 0 : 1);
    return [{ line, ruleIds: ours, reason: reason.trim() }];
  });
}

const comment = /(?<host>paramguard|eslint)-disable-(?<next>next-)?line(?<rules>[\w\t ,/-]{0,400}?)[\t ]{1,8}--[\t ]{1,8}(?<reason>[^\r\n]{3,400})/gu;
