import type { Config } from './core/config.ts';
import { toFindings, type Finding } from './core/finding.ts';
import { gatherKnowledge, planRemedies, settle, type Knowledge } from './core/plan.ts';
import type { ParameterStore } from './core/store.ts';
import { getPackageFacts } from './io/project.ts';
import type { ScannedFile } from './pipeline.ts';
import { remedies } from './remedies/index.ts';

/** What the remedies of a run are made from. */
export interface Planning {
  readonly root: string;
  readonly config: Config;
  readonly knowledge: Knowledge;
}

/** Asks the store once for all files. */
export const askStore = (files: readonly ScannedFile[], store: ParameterStore, config: Config): Promise<Knowledge> =>
  gatherKnowledge(files.flatMap(({ problems }) => problems), store, config);

/** The findings of a file, each with its way out. */
export const resolveFile = (file: ScannedFile, planning: Planning): Finding[] =>
  toFindings(file.source, file.problems).map((finding) => addRemedy(finding, file, planning));

function addRemedy(finding: Finding, { source, decoded }: ScannedFile, { root, config, knowledge }: Planning): Finding {
  if (decoded.encoding !== 'utf-8') return { ...finding, remedy: { state: 'none', reason: `the file is ${decoded.encoding} and is not written; save it as UTF-8 first`, near: [] } };
  const { moduleType, dependencies } = getPackageFacts(root, source.path);
  const outcomes = planRemedies({
    problem: finding.problem,
    text: source.text,
    path: source.path,
    project: { prefix: config.prefix, ...(moduleType === undefined ? {} : { moduleType }), ...(dependencies === undefined ? {} : { dependencies }) },
    naming: config,
    knowledge,
    remedies,
  });
  return { ...finding, remedy: settle(outcomes) };
}
