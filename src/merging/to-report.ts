import type { CheckedName, Report, RemedyOutcome, ShownFinding } from '../core/finding.ts';
import type { SuppressionNote } from '../core/suppressions/notes.ts';
import type { Evidence } from '../core/store.ts';
import { isMap, without, type Map } from './shape.ts';

/** A joined JSON report for the other reporters. `now` is in milliseconds since 1970. */
export const toReport = (document: Map, now: number): Report => ({
  findings: (document['findings'] as readonly Map[]).map(toFinding),
  references: (document['references'] as readonly Map[]).map(toReference),
  suppressionNotes: document['suppressions'] as readonly SuppressionNote[],
  unread: document['unread'] as Report['unread'],
  skipped: document['skipped'] as readonly string[],
  fileCount: Number(document['files']),
  byteCount: Number(document['bytes']),
  storeLabel: String(document['store']),
  ...(isMap(document['history']) ? { history: { commits: Number(document['history']['commits']) } } : {}),
  now,
  version: String((document['tool'] as Map)['version']),
});

function toFinding({ rule, suppressed, suppressedBy, introduced, remedy, ...rest }: Map): ShownFinding {
  const suppression = suppressed === undefined ? {} : { suppression: { reason: suppressed, ...(isMap(suppressedBy) ? suppressedBy : {}) } };
  return { ...rest, ruleId: rule, ...suppression, ...(isMap(introduced) ? { introduced: toIntroduction(introduced) } : {}), remedy: toRemedy(remedy as Map) } as unknown as ShownFinding;
}

const toIntroduction = ({ commit, committedAt, authoredAt }: Map): object => ({ commit, committedAt: Date.parse(String(committedAt)), authoredAt: Date.parse(String(authoredAt)) });

function toRemedy(remedy: Map): RemedyOutcome {
  const { parameter, checked, ...rest } = without(remedy, 'evidence');
  if (rest['state'] !== 'offered') return { near: [], reason: '', ...rest, state: 'none' };
  const present = parameter === undefined ? {} : { parameter: { state: 'present', parameter, evidence: toEvidence(checked) } };
  return { edits: [], ...rest, ...present } as unknown as RemedyOutcome;
}

const toReference = ({ checked, ...rest }: Map): CheckedName => ({ ...rest, ...(checked === undefined ? {} : { evidence: toEvidence(checked) }) }) as unknown as CheckedName;

const toEvidence = (checked: unknown): Evidence => ({ region: '', ...(isMap(checked) ? checked : {}), checkedAt: Date.parse(String(isMap(checked) ? checked['checkedAt'] : '')) });
