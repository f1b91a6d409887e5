import type { TSESLint } from '@typescript-eslint/utils';
import type { RuleId } from '../core/catalogue.ts';
import type { Knowledge } from '../core/plan.ts';
import { isTestPath } from '../core/paths.ts';
import { findReadGrants } from '../ecmascript/grants.ts';
import { findReferences } from '../ecmascript/references.ts';
import { judgeGrants } from '../grants/judge.ts';
import { findMentions } from '../grants/mentions.ts';
import { lookUpIn, readInventory } from '../io/inventory-file.ts';
import { noReferences, type FoundReferences } from '../references/found.ts';
import { findDotenvReferences } from '../references/dotenv.ts';
import { mayRefer } from '../references/may-refer.ts';
import { judgeReferences } from '../references/judge.ts';
import { getQuestion } from '../references/question.ts';
import type { ReferenceFinding } from '../references/verdict.ts';
import { createProblemRule, type MessageId, type RuleSource } from './create-rule.ts';
import type { Settings } from './settings.ts';

/** A rule about the parameters that a program names; what is stored comes from the inventory. */
export const createReferenceRule = (id: RuleId): TSESLint.RuleModule<MessageId> =>
  createProblemRule({
    id,
    roots: ['Program', 'Dotenv'],
    getProblems: () => [],
    getFindings: (source, settings) => judge(source, settings).filter(({ problem }) => problem.ruleId === id),
  });

/** Judged once for all rules: ESLint hands each of them the same program. */
const judged = new WeakMap<object, readonly ReferenceFinding[]>();

function judge(source: RuleSource, { inventory }: Settings): readonly ReferenceFinding[] {
  const known = judged.get(source.program);
  if (known !== undefined) return known;
  const { references, problems } = isTestPath(source.path) ? noReferences : read(source);
  const { findings } = judgeReferences(source.path, references, references.length === 0 ? noKnowledge : getKnowledge(references, inventory));
  const all = [...findings, ...judgeOwnGrants(source, references), ...problems.map((problem): ReferenceFinding => ({ problem, remedy: { state: 'none', reason: '', near: [] } }))];
  judged.set(source.program, all);
  return all;
}

/** A policy and the calls in one program; other files are the command's. */
function judgeOwnGrants({ program, text, path }: RuleSource, references: FoundReferences['references']): readonly ReferenceFinding[] {
  if (references.length === 0 || program.type === ('Dotenv' as string)) return [];
  return judgeGrants({ files: [{ path, text, grants: findReadGrants(program, { text, path }), references, mentions: findMentions(path, text) }], isWhole: () => false });
}

const read = ({ program, text }: RuleSource): FoundReferences =>
  program.type === ('Dotenv' as string) ? { references: mayRefer(text) ? findDotenvReferences(text) : [], problems: [] } : findReferences(program, text);

const noKnowledge: Knowledge = { answers: new Map(), found: [] };

function getKnowledge(references: FoundReferences['references'], inventory: string): Knowledge {
  const reading = readInventory(inventory);
  const answers = lookUpIn(reading, getQuestion(references, []).names);
  if (reading.state === 'unknown') return { answers, found: [], unknown: reading };
  const { evidence, parameters } = reading;
  return { answers, evidence, found: [...parameters.values()].map((parameter) => ({ state: 'present', parameter, evidence })) };
}
