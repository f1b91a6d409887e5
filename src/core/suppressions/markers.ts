import type { RuleId } from '../catalogue.ts';
import { getPosition } from '../range.ts';
import type { Place, Suppression } from './suppression.ts';

/** A comment for another scanner: it stands for secrets that are written down, and for nothing else. */
export interface Marker extends Suppression {
  readonly first: number;
  readonly last: number;
  /** Beginnings of the kinds it speaks of; empty for all. */
  readonly kinds: readonly string[];
  /** It also allows a secret whose last line is the one before. */
  readonly isBehind: boolean;
}

/**
 * What other scanners' comments mean, by their public documents:
 * https://github.com/gitleaks/gitleaks#gitleaksallow, https://github.com/trufflesecurity/trufflehog#how-do-i-ignore-a-secret-in-a-file,
 * https://github.com/mongodb/kingfisher, https://github.com/Yelp/detect-secrets#inline-allowlisting,
 * https://www.npmjs.com/package/@secretlint/secretlint-rule-filter-comments.
 */
export function findMarkers(text: string, lineStarts: readonly number[]): Marker[] {
  const markers: Draft[] = [];
  let open: Draft[] = [];
  for (const found of text.matchAll(marker)) {
    const { line } = getPosition(lineStarts, found.index);
    const { verb, options = '' } = found.groups ?? {};
    const label = found[0].slice(0, found[0].length - options.length).trim();
    const kinds = readKinds(options);
    if (verb === 'enable') {
      const closed = open.filter((block) => kinds.length === 0 || block.kinds.join(' ') === kinds.join(' '));
      for (const block of closed) block.last = line;
      open = open.filter((block) => !closed.includes(block));
      continue;
    }
    const first = verb === 'disable-next-line' || label.toLowerCase().includes('nextline') ? line + 1 : line;
    const draft: Draft = { source: 'marker', label, reason: label, kinds, first, last: verb === 'disable' ? Infinity : first, isBehind: label.toLowerCase() === 'kingfisher:ignore' };
    markers.push(draft);
    if (verb === 'disable') open.push(draft);
  }
  return markers;
}

export function isMarked({ first, last, kinds, isBehind }: Marker, { ruleId, kind, lines }: Place): boolean {
  if (!markedRules.has(ruleId)) return false;
  if (kinds.length > 0 && !kinds.some((beginning) => kind === beginning || kind.startsWith(`${beginning}-`))) return false;
  const isMany = lines[0] !== lines[1];
  // a secret of several lines is met on each of them; Kingfisher's comment also right behind it
  return first <= lines[1] + (isBehind && isMany ? 1 : 0) && last >= lines[0];
}

type Draft = { -readonly [Key in keyof Marker]: Marker[Key] };

const markedRules: ReadonlySet<RuleId> = new Set<RuleId>(['no-hardcoded-secrets', 'no-plaintext-dotenv']);

const marker =
  /(?:gitleaks|betterleaks):allow|(?:trufflehog|kingfisher):ignore|pragma: ?(?:allow|white)list[ -](?:nextline[ -])?secret|secretlint-(?:(?<verb>disable-next-line|disable-line|disable|enable))(?![\w-])(?<options>[^\r\n]{0,400})/giu;

/** Rule names of secretlint, as beginnings of our kinds; a name that says no provider stands for all. */
function readKinds(options: string): string[] {
  const named = options.replace(/[\t ]--[\t ].*/u, '').split(/[\s,]+/u).flatMap((word) => {
    const rule = /^@[\w-]+\/secretlint-rule-(?<name>[\w-]+)$/u.exec(word)?.groups?.['name'];
    return rule === undefined ? [] : [rule];
  });
  if (named.some((rule) => rule.startsWith('preset') || rule === 'pattern' || rule.startsWith('filter'))) return [];
  return named.flatMap((rule) => renamed[rule] ?? [rule]);
}

const renamed: Readonly<Record<string, readonly string[]>> = {
  privatekey: ['pem', 'ssh', 'pgp', 'putty'],
  basicauth: ['url'],
  'database-connection-string': ['url', 'connection-string'],
  'no-dotenv': ['password', 'secret'],
};
