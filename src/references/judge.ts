import type { Knowledge } from '../core/plan.ts';
import { isTestPath } from '../core/paths.ts';
import type { Reference } from '../core/reference.ts';
import { judgeStage } from './foreign-stage.ts';
import { judgeReference, type CheckedReference, type ReferenceFinding } from './verdict.ts';

export interface JudgedFile {
  readonly checked: readonly CheckedReference[];
  readonly findings: readonly ReferenceFinding[];
}

/** Judges the references of one file. Tests name parameters that only their own doubles have. */
export function judgeReferences(path: string, references: readonly Reference[], knowledge: Knowledge): JudgedFile {
  if (isTestPath(path)) return { checked: [], findings: [] };
  const judgements = references.map((reference) => ({ reference, ...judgeReference(reference, knowledge) }));
  return {
    checked: judgements.map(({ checked }) => checked),
    findings: judgements.flatMap(({ reference, findings }) => [...findings, ...judgeStage(path, reference)]),
  };
}
