import { applyEdits, mergeEdits } from '../../src/core/edit.ts';
import type { Proposal } from '../../src/core/remedy.ts';
import { remedies } from '../../src/remedies/index.ts';
import { scanDocument } from '../scanners/scan-document.ts';
import { present } from './present.ts';

/** What the remedy of its carrier proposes for each secret of a document, whose parameters are called as `name` says. */
export async function proposeAll(path: string, text: string, name: (subject: string) => string = toName, facts: Parameters<typeof present>[1] = {}): Promise<readonly (Proposal & { readonly carrier: string })[]> {
  const { problems } = await scanDocument(path, text);
  return problems.flatMap((problem) => {
    const { site } = problem;
    const remedy = remedies.find(({ carrier }) => carrier === site?.carrier);
    if (site === undefined || remedy === undefined) return [];
    const parameter = present(name(problem.subject?.name ?? ''), facts);
    const proposal: Proposal = site.refusal === undefined ? remedy.propose({ text, problem, site, parameter, parametersBelowPrefix: [], project: { prefix: '' } }) : { edits: undefined, reason: site.refusal };
    return [{ carrier: remedy.carrier, ...proposal }];
  });
}

/** The document after the edits that go together. */
export async function fixDocument(path: string, text: string): Promise<string> {
  const proposals = await proposeAll(path, text);
  const edits = mergeEdits(proposals.map((proposal) => proposal.edits ?? []));
  return edits === undefined ? 'edits overlap' : applyEdits(text, edits);
}

export const toName = (subject: string): string => `/prod/shop/${subject.toLowerCase().replaceAll('_', '-')}`;
