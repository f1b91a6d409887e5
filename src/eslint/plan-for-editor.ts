import type { RemedyOutcome } from '../core/finding.ts';
import { getMappedName } from '../core/parameter-names.ts';
import { planRemedies, type Knowledge } from '../core/plan.ts';
import type { Problem } from '../core/problem.ts';
import type { Answer } from '../core/store.ts';
import { readInventory } from '../io/inventory-file.ts';
import { getPackageFacts } from '../io/project.ts';
import { remedies } from '../remedies/index.ts';
import type { RuleSource } from './create-rule.ts';
import { getSettings, type Settings } from './settings.ts';

interface Place {
  readonly cwd: string;
  readonly settings: unknown;
}

/** The edits that the inventory vouches for; rules never ask the network. */
export function planForEditor({ cwd, settings }: Place, source: RuleSource, problem: Problem): readonly RemedyOutcome[] {
  const naming = getSettings(cwd, settings);
  const { moduleType, dependencies } = getPackageFacts(cwd, source.path);
  return planRemedies({
    problem,
    text: source.text,
    path: source.path,
    project: { prefix: naming.prefix, ...(moduleType === undefined ? {} : { moduleType }), ...(dependencies === undefined ? {} : { dependencies }) },
    naming,
    knowledge: getKnowledge(naming, problem),
    remedies,
  });
}

function getKnowledge({ inventory, map }: Settings, { subject }: Problem): Knowledge {
  const reading = readInventory(inventory);
  const mapped = subject === undefined ? undefined : getMappedName(map, subject);
  if (reading.state === 'unknown') return { answers: new Map(mapped === undefined ? [] : [[mapped, reading]]), found: [], unknown: reading };
  const { evidence, parameters } = reading;
  const parameter = mapped === undefined ? undefined : parameters.get(mapped);
  const answer: Answer = parameter === undefined ? { state: 'absent', what: 'parameter', evidence } : { state: 'present', parameter, evidence };
  return {
    answers: new Map(mapped === undefined ? [] : [[mapped, answer]]),
    found: [...parameters.values()].map((entry) => ({ state: 'present', parameter: entry, evidence })),
  };
}
