import { applyEdits } from '../../src/core/edit.ts';
import { planRemedies, settle } from '../../src/core/plan.ts';
import { remedies } from '../../src/remedies/index.ts';
import { scanDocument } from '../scanners/scan-document.ts';
import { present } from './present.ts';

export interface Planned {
  /** Of the first problem: the text after its edit, or the reason why there is none. */
  readonly result: string;
  readonly note: string;
}

/** What is offered for the problem with this subject, the first one by default, where the store knows these parameters. */
export async function planDocument(path: string, text: string, names: readonly string[], subject?: string): Promise<Planned> {
  const { problems } = await scanDocument(path, text);
  const problem = subject === undefined ? problems[0] : problems.find((candidate) => candidate.subject?.name === subject);
  if (problem === undefined) throw new Error(`nothing found in ${path}`);
  const outcome = settle(
    planRemedies({ problem, text, path, project: { prefix: '' }, naming: { map: {}, prefix: '' }, knowledge: { answers: new Map(), found: names.map((name) => present(name)) }, remedies }),
  );
  return outcome.state === 'offered' ? { result: applyEdits(text, outcome.edits), note: outcome.note ?? '' } : { result: outcome.reason, note: '' };
}
