import { isLeakRule, ruleIds } from './core/catalogue.ts';
import type { Config } from './core/config.ts';
import { toFindings, type CheckedName, type Finding } from './core/finding.ts';
import { getNeighbourFragments } from './core/near-names.ts';
import { gatherKnowledge, getProblemQuestion, planRemedies, searchMore, settle, type Copies, type Knowledge } from './core/plan.ts';
import { isDotenvPath } from './core/paths.ts';
import type { Problem } from './core/problem.ts';
import { noteComments, type SuppressionNote } from './core/suppressions/notes.ts';
import { plainPolicy, type Policy } from './core/suppressions/policy.ts';
import { getLineStarts, getPosition, type Position } from './core/range.ts';
import type { ParameterStore } from './core/store.ts';
import { getComposerFacts } from './io/composer.ts';
import { getPackageFacts, someStartFile } from './io/project.ts';
import type { Collection } from './commands/collect.ts';
import { judgeGrants, type PlacedFinding } from './grants/judge.ts';
import type { GrantFile } from './grants/view.ts';
import type { ScannedFile } from './pipeline.ts';
import { mentionsResolver, toUnresolved } from './references/resolver.ts';
import { judgeReferences } from './references/judge.ts';
import type { ReferenceFinding } from './references/verdict.ts';
import { getNearFragments, getQuestion } from './references/question.ts';
import { remedies } from './remedies/index.ts';

/** What the remedies of a run are made from. */
export interface Planning {
  readonly root: string;
  readonly config: Config;
  readonly knowledge: Knowledge;
  readonly policy?: Policy;
  /** What is said of grants in view of all files of the run; without it a file is held against itself. */
  readonly judgeGrants?: GrantJudge;
}

type GrantJudge = (file: ScannedFile) => readonly ReferenceFinding[];

/** Asks the store for all files at once, and once more for names like those that are missing. */
export async function askStore(files: readonly ScannedFile[], store: ParameterStore, config: Config, { replicas = [], surroundings = [] }: { readonly replicas?: Copies['replicas']; readonly surroundings?: readonly ScannedFile[] } = {}): Promise<Knowledge> {
  const references = files.flatMap((file) => file.references);
  const knowledge = await gatherKnowledge(files.flatMap(({ problems }) => problems), store, config, getQuestion(references, config.stages));
  const mapped = Object.values(config.map).filter((name) => knowledge.answers.get(name)?.state === 'absent');
  const declared = new Set([...files, ...surroundings].flatMap((file) => file.declared));
  return searchMore({ ...knowledge, declared, copies: { stages: config.stages, replicas } }, store, [...new Set([...getNearFragments(references, knowledge), ...mapped.flatMap(getNeighbourFragments)])]);
}

/** Judges the grants of a run once, and again for a file that was rewritten. */
export function createGrantJudge({ files, mentions, isWhole, shard }: Pick<Collection, 'files' | 'mentions' | 'isWhole' | 'shard'>): GrantJudge {
  const around = shard?.surroundings ?? { files: [], mentions: [] };
  const judge = (current: readonly ScannedFile[]): readonly PlacedFinding[] => judgeGrants({ files: [...[...current, ...around.files].map(toGrantFile), ...mentions, ...around.mentions].sort(byPath), isWhole });
  const original = new Set(files);
  let known: readonly PlacedFinding[] | undefined;
  return (file) => {
    const { path } = file.source;
    const findings = original.has(file) ? (known ??= judge(files)) : judge(files.map((other) => (other.source.path === path ? file : other)));
    return findings.filter((finding) => finding.path === path);
  };
}

/** A notice may name the first of several: the same one however the run was split. */
const byPath = (a: GrantFile, b: GrantFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

const toGrantFile = ({ source: { path, text }, grants, references, mentions }: ScannedFile): GrantFile => ({ path, text, grants, references, mentions });

const judgeAlone: GrantJudge = (file) => judgeGrants({ files: [toGrantFile(file)], isWhole: () => false });

export interface ResolvedFile {
  readonly findings: readonly Finding[];
  readonly references: readonly CheckedName[];
  /** Comments that allow nothing. */
  readonly suppressionNotes: readonly SuppressionNote[];
}

/** The findings of a file, each with its way out, and what is proven of the names in it. */
export function resolveFile(file: ScannedFile, run: Planning): ResolvedFile {
  const { source, references, locate = asItStands } = file;
  const { config, policy = plainPolicy } = run;
  const knowledge = narrow(run.knowledge, file, config);
  const planning = { ...run, knowledge };
  const judged = judgeReferences(source.path, references, knowledge);
  const unresolved = isDotenvPath(source.path) && !someStartFile(planning.root, source.path, mentionsResolver) ? toUnresolved(references) : [];
  const mismatched = (planning.judgeGrants ?? judgeAlone)(file);
  const known = new Map([...judged.findings, ...unresolved, ...mismatched].map(({ problem, remedy }) => [problem, remedy]));
  const problems = [...file.problems, ...known.keys()].filter(({ ruleId }) => config.rules[ruleId] !== 'off').sort((a, b) => a.range[0] - b.range[0]);
  const lineStarts = getLineStarts(source.text);
  const findings = toFindings(source, problems, policy).map((finding) => ({ ...finding, remedy: refuseEncoding(file, known.get(finding.problem)) ?? planProblem(finding.problem, file, planning) }));
  const isUnproven = createProofTest(file, config, judged.checked.some(({ outcome }) => outcome === 'denied' || outcome === 'unverified'));
  const notes = source.text.includes('paramguard-') ? noteComments(source, findings, policy, isUnproven) : [];
  return {
    findings: findings.map((finding) => ({ ...finding, start: locate(finding.start), end: locate(finding.end) })),
    references: judged.checked.map(({ reference, ...checked }) => ({ path: source.path, start: getPosition(lineStarts, reference.range[0]), name: reference.name, ...checked })),
    suppressionNotes: notes.map((note) => (note.line === undefined ? note : { ...note, line: locate({ line: note.line, column: 1 }).line })),
  };
}

const asItStands = (place: Position): Position => place;

/** What the store has under names like those of this file: so it is told the same whatever else is in the run. */
function narrow(knowledge: Knowledge, { problems, references }: ScannedFile, config: Config): Knowledge {
  const { names, fragments } = getProblemQuestion(problems, config);
  const missing = names.filter((name) => knowledge.answers.get(name)?.state === 'absent');
  const wanted = [...fragments, ...getQuestion(references, config.stages).fragments, ...getNearFragments(references, knowledge), ...missing.flatMap(getNeighbourFragments)].map((fragment) => fragment.toLowerCase());
  const found = knowledge.found.filter(({ parameter }) => wanted.some((fragment) => parameter.name.toLowerCase().includes(fragment)));
  return { ...knowledge, found: found.sort((a, b) => (a.parameter.name < b.parameter.name ? -1 : 1)) };
}

/** Whether findings of these names could not be looked for: nothing is then said of a comment that allows them. */
const createProofTest = ({ unread, grants, references }: ScannedFile, { rules }: Config, isStoreSilent: boolean) => (names: readonly string[]): boolean => {
  if (unread.length > 0) return true;
  const own = ruleIds.filter((ruleId) => names.includes(ruleId));
  if (own.length > 0 && own.length === names.length && own.every((ruleId) => rules[ruleId] === 'off')) return true;
  const isOfStore = names.length === 0 || names.some((name) => !ruleIds.some((ruleId) => ruleId === name && isLeakRule(ruleId)));
  // what the files beside it read decides over a grant, and they need not be in the run
  return isOfStore && ((isStoreSilent && references.length > 0) || grants.length > 0);
};

/** The edits of references and grants, too, are for files that can be written. */
const refuseEncoding = ({ decoded: { encoding } }: ScannedFile, remedy: Finding['remedy'] | undefined): Finding['remedy'] | undefined => (remedy?.state === 'offered' && encoding !== 'utf-8' ? undefined : remedy);

/** The way out of one problem. */
export function planProblem(problem: Problem, { source, decoded, locate }: ScannedFile, { root, config, knowledge }: Planning): Finding['remedy'] {
  if (decoded.encoding !== 'utf-8') return { state: 'none', reason: `the file is ${decoded.encoding} and is not written; save it as UTF-8 first`, near: [] };
  if (locate !== undefined) return { state: 'none', reason: 'the file is too large to be written; change it by hand, or generate it anew without the secret', near: [] };
  const { moduleType, dependencies } = getPackageFacts(root, source.path);
  const composer = problem.site?.carrier === 'php' ? getComposerFacts(root, source.path) : undefined;
  const outcomes = planRemedies({
    problem,
    text: source.text,
    path: source.path,
    project: { prefix: config.prefix, ...(moduleType === undefined ? {} : { moduleType }), ...(dependencies === undefined ? {} : { dependencies }), ...(composer === undefined ? {} : { composer }) },
    naming: config,
    knowledge,
    remedies,
  });
  return settle(outcomes);
}
