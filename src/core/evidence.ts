import type { Evidence, Present } from './store.ts';

/** `/prod/shop/db-password: SecureString v7, checked 3 min ago in 123456789012/eu-west-1`. */
export function describePresent({ parameter, evidence }: Present, now: number): string {
  return `${parameter.name}: ${parameter.type} v${String(parameter.version)}, ${describeEvidence(evidence, now)}`;
}

function describeEvidence(evidence: Evidence, now: number): string {
  const place = evidence.account === undefined ? evidence.region : `${evidence.account}/${evidence.region}`;
  return `checked ${describeAge(now - evidence.checkedAt)} in ${place}`;
}

/** Milliseconds in words. */
export function describeAge(age: number): string {
  const minutes = Math.floor(age / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 120) return `${String(minutes)} min ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${String(hours)} h ago` : `${String(Math.floor(hours / 24))} days ago`;
}
