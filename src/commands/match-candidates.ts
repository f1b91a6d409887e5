import type { Config } from '../core/config.ts';
import type { Finding } from '../core/finding.ts';
import { getEnvironment, getMappedName, getNameFragments, rankParameters } from '../core/parameter-names.ts';
import type { Knowledge } from '../core/plan.ts';
import type { Answer, ParameterStore, Present, SearchResult, Unknown } from '../core/store.ts';

export interface Candidates {
  /** The parameters that may hold a finding's value, or why they are not known. */
  readonly of: ReadonlyMap<Finding, readonly Present[] | Unknown>;
  readonly knowledge: Knowledge;
}

/** Each is read and decrypted. */
const maxCandidates = 10;

/** What `--name` says, else the config's map, else what the store has under names like that of the finding. */
export async function findCandidates(findings: readonly Finding[], store: ParameterStore, { config, name }: { config: Config; name: string | undefined }): Promise<Candidates> {
  const asked = findings.map((finding) => ({ finding, given: name ?? getGivenName(finding, config) }));
  const given = asked.flatMap((entry) => entry.given ?? []);
  const fragments = asked.flatMap((entry) => (entry.given === undefined && entry.finding.problem.subject !== undefined ? getNameFragments(entry.finding.problem.subject) : []));
  const answers = given.length === 0 ? new Map<string, Answer>() : await store.lookUp([...new Set(given)]);
  const found = fragments.length === 0 ? undefined : await store.search([...new Set(fragments)]);
  const of = new Map(asked.map((entry) => [entry.finding, entry.given === undefined ? rank(entry.finding, found, config) : toCandidates(answers.get(entry.given))]));
  return { of, knowledge: { answers, found: [], ...(found?.state === 'unknown' ? { unknown: found } : {}) } };
}

const getGivenName = ({ problem }: Finding, { map }: Config): string | undefined => (problem.subject === undefined ? undefined : getMappedName(map, problem.subject));

function toCandidates(answer: Answer | undefined): readonly Present[] | Unknown {
  if (answer?.state === 'unknown') return answer;
  return answer?.state === 'present' ? [answer] : [];
}

function rank({ problem, path }: Finding, found: SearchResult | undefined, { prefix }: Config): readonly Present[] | Unknown {
  if (problem.subject === undefined) return { state: 'unknown', reason: 'failed', detail: 'nothing names it: say with --name which parameter to compare with' };
  if (found === undefined) return [];
  if (found.state === 'unknown') return found;
  const ranked = rankParameters(problem.subject, found.parameters, { prefix, environment: getEnvironment(path) });
  return ranked.slice(0, maxCandidates).map(({ parameter }) => ({ state: 'present', parameter, evidence: found.evidence }));
}
