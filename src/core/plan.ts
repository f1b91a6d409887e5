import { splitWords } from './names.ts';
import { describePlace } from './evidence.ts';
import { getNearNames } from './near-names.ts';
import type { Problem, Subject } from './problem.ts';
import { getEnvironment, getMappedName, getNameFragments, rankParameters } from './parameter-names.ts';
import type { RemedyOutcome } from './finding.ts';
import type { Project, Proposal, Remedy } from './remedy.ts';
import { getSecretId, getSecretsManagerReason, secretNote } from './secrets-manager.ts';
import type { Answer, Evidence, ParameterFacts, ParameterStore, Present, Unknown } from './store.ts';

/** What the store said of the names that a run asks for. */
export interface Knowledge {
  /** Answers for the names of the config's map. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Parameters that are there, under names like those of the problems and below the prefix. */
  readonly found: readonly Present[];
  /** Of the search that gave `found`; absent where none was made. */
  readonly evidence?: Evidence;
  /** Names of parameters that files of the run create. */
  readonly declared?: ReadonlySet<string>;
  /** What else must hold a name that is there. */
  readonly copies?: Copies;
  /** Why `found` may be short of something. */
  readonly unknown?: Unknown;
}

/** Where a parameter has to be stored again. */
export interface Copies {
  /** Parts of names that stand for a stage. */
  readonly stages: readonly string[];
  /** Names in other Regions or accounts, by the place. */
  readonly replicas: readonly { readonly place: string; readonly names: ReadonlySet<string> }[];
}

/** The part of the config that leads from a name to its parameter. */
export interface Naming {
  readonly map: Readonly<Record<string, string>>;
  readonly prefix: string;
}

export interface PlanRequest {
  readonly problem: Problem;
  readonly text: string;
  readonly path: string;
  readonly project: Project;
  readonly naming: Naming;
  readonly knowledge: Knowledge;
  readonly remedies: readonly Remedy[];
}

/** What a run wants to know of a store beside the remedies of its problems. */
export interface Question {
  /** Names to look up. */
  readonly names: readonly string[];
  /** Parts of names to search for. */
  readonly fragments: readonly string[];
}

const noQuestion: Question = { names: [], fragments: [] };

/** Asks a store, once and in batches, for all that the remedies of these problems and the `question` need. */
export async function gatherKnowledge(problems: readonly Problem[], store: ParameterStore, naming: Naming, question = noQuestion): Promise<Knowledge> {
  const own = getProblemQuestion(problems, naming);
  const fragments = [...new Set([...own.fragments, ...question.fragments])];
  const names = [...new Set([...own.names, ...question.names])];
  const answers = names.length === 0 ? new Map<string, Answer>() : await store.lookUp(names);
  return { answers, ...(await search(store, fragments)) };
}

/** What the remedies of these problems want to know. */
export function getProblemQuestion(problems: readonly Problem[], naming: Naming): Question {
  const subjects = problems.flatMap(({ subject, site }) => (subject === undefined || site === undefined || site.refusal !== undefined ? [] : [subject]));
  const unmapped = subjects.filter((subject) => getMappedName(naming.map, subject) === undefined);
  const needsPrefix = naming.prefix !== '' && problems.some(({ site }) => site?.carrier === 'policy');
  return { names: subjects.flatMap((subject) => getMappedName(naming.map, subject) ?? []), fragments: [...unmapped.flatMap(getNameFragments), ...(needsPrefix ? [naming.prefix] : [])] };
}

/** Adds what the store has under names like these. */
export async function searchMore(knowledge: Knowledge, store: ParameterStore, fragments: readonly string[]): Promise<Knowledge> {
  if (fragments.length === 0 || knowledge.unknown !== undefined) return knowledge;
  const { found } = await search(store, fragments);
  const known = new Set(knowledge.found.map(({ parameter }) => parameter.name));
  return { ...knowledge, found: [...knowledge.found, ...found.filter(({ parameter }) => !known.has(parameter.name))] };
}

async function search(store: ParameterStore, fragments: readonly string[]): Promise<Omit<Knowledge, 'answers'>> {
  if (fragments.length === 0) return { found: [] };
  const result = await store.search(fragments);
  if (result.state === 'unknown') return { found: [], unknown: result };
  return { found: result.parameters.map((parameter) => ({ state: 'present', parameter, evidence: result.evidence })), evidence: result.evidence };
}

/** The ways out of one problem, best first; a single `none` where there is none. */
export function planRemedies(request: PlanRequest): [RemedyOutcome, ...RemedyOutcome[]] {
  const { site } = request.problem;
  if (site === undefined) return [none(request.problem.advice ?? 'no safe edit is known for this place; read the value from Parameter Store when the program starts')];
  if (site.refusal !== undefined) return [none(site.refusal)];
  const remedy = request.remedies.find(({ carrier }) => carrier === site.carrier);
  if (remedy === undefined) return [none('no safe edit is known for this kind of file')];
  if (remedy.needs === 'parameter') return planParameter(request, remedy);
  if (remedy.needs === 'prefix' && request.naming.prefix === '') return [none('set "prefix" in the config to the project’s part of Parameter Store, such as /prod/shop, to narrow the grant to it')];
  if (remedy.needs === 'prefix' && request.knowledge.unknown !== undefined) return [toUnknown(request.knowledge.unknown)];
  return [propose(request, remedy)];
}

function planParameter(request: PlanRequest, remedy: Remedy): [RemedyOutcome, ...RemedyOutcome[]] {
  const { problem, naming, knowledge, path } = request;
  const { subject } = problem;
  if (subject === undefined) return [none('nothing names this value; map it to a parameter by hand')];
  const mapped = getMappedName(naming.map, subject);
  if (mapped !== undefined) return [planMapped(request, remedy, mapped)];
  if (knowledge.unknown !== undefined) return [toUnknown(knowledge.unknown)];
  const parameters = knowledge.found.map(({ parameter }) => parameter);
  const ranked = rankParameters(subject, parameters, { prefix: naming.prefix, environment: getEnvironment(path) });
  const sure = ranked.filter(({ likeness }) => likeness === 'sure').map(({ parameter }) => parameter);
  if (sure.length === 0) return [none(join([describeMissing(naming.prefix, subject.name), getSecretsManagerReason(problem, request.text)], '. '), ranked.slice(0, 3).map(({ parameter }) => parameter.name))];
  const [first, ...rest] = sure.slice(0, 3).map((parameter) => planFound(request, remedy, parameter));
  return first === undefined ? [none('')] : [first, ...rest];
}

function planMapped(request: PlanRequest, remedy: Remedy, name: string): RemedyOutcome {
  const { answers, found } = request.knowledge;
  const answer = answers.get(name);
  if (answer === undefined) return none('the store was not asked');
  if (answer.state === 'unknown') return toUnknown(answer);
  if (answer.state === 'absent') return none(`the config maps this to ${name}, which is not in ${describePlace(answer.evidence)}; create it first: ${getCreateCommand(name)}`, getNearNames(name, found.map(({ parameter }) => parameter.name)));
  // the store calls a secret by its own name
  return planPresent(request, remedy, getSecretId(name) === undefined ? answer : { ...answer, parameter: { ...answer.parameter, name } }, 'map');
}

function planFound(request: PlanRequest, remedy: Remedy, parameter: ParameterFacts): RemedyOutcome {
  const present = request.knowledge.found.find((entry) => entry.parameter.name === parameter.name);
  if (present === undefined) return none('');
  if (holdsMore(request, parameter.name)) return none(`${parameter.name} is named like the whole URL or connection string, and only the password of one stands here; say under "map" in the config which parameter holds the password, or read the whole text from it`, [parameter.name]);
  return planPresent(request, remedy, present, 'store');
}

/** In a program the secret alone is replaced: a URL in the place of its own password would fail when the program starts. */
function holdsMore({ problem: { site, range }, text }: PlanRequest, name: string): boolean {
  const isPart = !/^["'`]{2}$/u.test(text.charAt(range[0] - 1) + text.charAt(range[1]));
  return isPart && /^(?:javascript|python|php)$/u.test(site?.carrier ?? '') && /^(?:url|uri|dsn|connection|string)$/u.test(splitWords(name.split('/').at(-1) ?? '').at(-1) ?? '');
}

function planPresent(request: PlanRequest, remedy: Remedy, present: Present, origin: 'map' | 'store'): RemedyOutcome {
  const { name, type } = present.parameter;
  if (getSecretId(name) !== undefined) return remedy.secrets === 'like-parameters' ? propose(request, remedy, present, origin) : none(`${name} is a secret of Secrets Manager: ${remedy.secrets?.advice ?? 'no edit here can refer to one'}`);
  if (type !== 'SecureString') return none(`${name} is there as ${type}, which is not encrypted; delete it and create it again as SecureString`);
  return propose(request, remedy, present, origin);
}

function propose(request: PlanRequest, remedy: Remedy, parameter?: Present, origin?: 'map' | 'store'): RemedyOutcome {
  const { problem, text, project, naming, knowledge } = request;
  if (problem.site === undefined) return none('');
  const proposal: Proposal = remedy.propose({
    text,
    problem,
    site: problem.site,
    project,
    parametersBelowPrefix: naming.prefix === '' ? [] : knowledge.found.filter((present) => present.parameter.name.startsWith(naming.prefix)),
    findParameter: (subject) => findParameter(request, subject),
    ...(parameter === undefined ? {} : { parameter }),
  });
  if (proposal.edits === undefined) return none(proposal.reason);
  const isSecret = parameter !== undefined && getSecretId(parameter.parameter.name) !== undefined;
  const note = join([proposal.note, isSecret ? secretNote : parameter === undefined ? undefined : getSecretsManagerReason(problem, text)], ' ');
  return {
    state: 'offered',
    title: proposal.title,
    edits: proposal.edits,
    ...(note === '' ? {} : { note }),
    ...(parameter === undefined ? {} : { parameter }),
    ...(origin === undefined ? {} : { origin }),
  };
}

function findParameter({ naming, knowledge, path }: PlanRequest, subject: Subject): Present | undefined {
  const mapped = getMappedName(naming.map, subject);
  const answer = mapped === undefined ? undefined : knowledge.answers.get(mapped);
  const ranked = mapped === undefined ? rankParameters(subject, knowledge.found.map(({ parameter }) => parameter), { prefix: naming.prefix, environment: getEnvironment(path) }) : [];
  const sure = ranked.filter(({ likeness }) => likeness === 'sure');
  const found = sure.length === 1 ? knowledge.found.find(({ parameter }) => parameter.name === sure[0]?.parameter.name) : undefined;
  const present = answer?.state === 'present' ? answer : found;
  return present?.parameter.type === 'SecureString' ? present : undefined;
}

/** Where several parameters fit equally well, a person has to choose. */
export function settle(outcomes: readonly [RemedyOutcome, ...RemedyOutcome[]]): RemedyOutcome {
  if (outcomes.length === 1) return outcomes[0];
  const names = outcomes.flatMap((outcome) => (outcome.state === 'offered' && outcome.parameter !== undefined ? [outcome.parameter.parameter.name] : []));
  if (names.length < 2) return outcomes.find((outcome) => outcome.state === 'offered') ?? outcomes[0];
  return none('several parameters fit; say which one under "map" or set "prefix" in the config', names);
}

const join = (parts: readonly (string | undefined)[], mark: string): string => parts.filter((part) => part !== undefined).join(mark);

const none = (reason: string, near: readonly string[] = []): RemedyOutcome => ({ state: 'none', reason, near });

const toUnknown = ({ reason, detail }: Unknown): RemedyOutcome => ({ state: 'none', reason: detail, near: [], unknown: reason });

function describeMissing(prefix: string, name: string): string {
  const suggestion = /^[\w.-]+$/u.test(name) ? `${prefix === '' ? '/prod/app/' : prefix}${name.replace(/([a-z\d])([A-Z])/gu, '$1-$2').replace(/[_.]/gu, '-').toLowerCase()}` : '/prod/app/name';
  return `no parameter is named like this; create one (${getCreateCommand(suggestion)}) or say which it is under "map" in the config`;
}

/** Keeps the value out of the command line and the shell's history. */
function getCreateCommand(name: string): string {
  const id = getSecretId(name);
  return id === undefined ? `aws ssm put-parameter --type SecureString --name ${name} --value file:///dev/stdin` : `aws secretsmanager create-secret --name ${id} --secret-string file:///dev/stdin`;
}
