import type { CheckedName, Report } from './finding.ts';
import type { Evidence, ParameterFacts, Present } from './store.ts';

/** `/prod/shop/db-password: SecureString v7, checked 3 min ago in 123456789012/eu-west-1`. */
export function describePresent({ parameter, evidence }: Present, now: number): string {
  return `${parameter.name}: ${describeFacts(parameter)}, ${describeEvidence(evidence, now)}`;
}

const describeFacts = ({ type, version }: ParameterFacts): string => (version === undefined ? type : `${type} v${String(version)}`);

/** `References: 12 verified (123456789012/eu-west-1, checked 3 min ago), 1 missing, 2 not verified: no credentials`; empty without any. */
export function describeReferences({ references, now }: Pick<Report, 'references' | 'now'>): string {
  if (references.length === 0) return '';
  const proven = references.find(({ outcome, evidence }) => outcome !== 'unverified' && evidence !== undefined)?.evidence;
  const counts = outcomeWords.flatMap(([outcome, words]) => {
    const those = references.filter((reference) => reference.outcome === outcome);
    return those.length === 0 ? [] : [`${String(those.length)} ${words}${getReasons(those)}`];
  });
  return `References: ${counts.join(', ')}${proven === undefined ? '' : ` (${describeEvidence(proven, now)})`}.`;
}

const outcomeWords: readonly (readonly [CheckedName['outcome'], string])[] = [
  ['verified', 'verified'],
  ['missing', 'missing'],
  ['wrong-type', 'of the wrong type'],
  ['wrong-version', 'with a wrong version or label'],
  ['declared', 'created by these files'],
  ['malformed', 'malformed'],
  ['denied', 'denied'],
  ['unverified', 'not verified'],
  ['open', 'known only when the program runs'],
];

function getReasons(references: readonly CheckedName[]): string {
  const reasons = [...new Set(references.flatMap(({ reason }) => reason ?? []))];
  return reasons.length === 0 ? '' : `: ${reasons.slice(0, 2).join('; ')}`;
}

function describeEvidence(evidence: Evidence, now: number): string {
  return `checked ${describeAge(now - evidence.checkedAt)} in ${describePlace(evidence)}`;
}

/** `123456789012/eu-west-1`, or the Region alone where the account is not known. */
export const describePlace = ({ account, region }: Pick<Evidence, 'account' | 'region'>): string => (account === undefined ? region : `${account}/${region}`);

/** Milliseconds in words. */
export function describeAge(age: number): string {
  const minutes = Math.floor(age / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 120) return `${String(minutes)} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${String(hours)} h ago` : `${String(Math.floor(hours / 24))} days ago`;
}
