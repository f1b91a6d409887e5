import { describePresent } from '../core/evidence.ts';
import { toFindings, type Finding } from '../core/finding.ts';
import { isParameterName } from '../core/parameter-names.ts';
import type { Present, Unknown } from '../core/store.ts';
import { getLikelyValues } from '../core/stored-value.ts';
import type { Policy } from '../core/suppressions/policy.ts';
import { UserError } from '../io/errors.ts';
import { createPolicy } from '../io/policy.ts';
import { matchStored, type MatchAnswer } from '../io/ssm-match.ts';
import { writePlain } from '../io/terminal.ts';
import { collectWorkTree, type Collection } from './collect.ts';
import { chooseStore } from './choose-store.ts';
import { findCandidates } from './match-candidates.ts';
import { getDeadline, type Options } from './options.ts';
import { warn, warnOfStore } from './scan.ts';
import { readScanConfig } from './scan-config.ts';

/**
 * Says whether secrets in files are what Parameter Store holds, now or before. Exit code: 0 it could answer for all, 2 something
 * could not be looked at or compared.
 */
export async function match(options: Options, root: string): Promise<number> {
  if (options.format === 'sarif') throw new UserError('match writes text or json');
  if (options.name !== undefined && !isParameterName(options.name)) throw new UserError(`--name ${options.name} is no parameter name; a name is like /prod/shop/db-password`);
  const { config, folder } = await readScanConfig(root, options.config);
  const collection = await collectWorkTree(root, options, config);
  warn(collection, options);
  const literals = findLiterals(collection, await createPolicy(config));
  const deadline = getDeadline(options, config);
  const store = await chooseStore('aws', { config, folder, root, deadline });
  const candidates = await findCandidates(literals.map(({ finding }) => finding), store, { config, name: options.name });
  warnOfStore(candidates.knowledge, store.label);
  const results = await compare(literals, candidates.of, { deadlineMs: deadline, root });
  writePlain(options.format === 'json' ? renderJson(results) : renderText(results, Date.now()));
  return collection.unread.length > 0 || results.some(({ outcome }) => outcome.state === 'unknown') ? 2 : 0;
}

interface Literal {
  readonly finding: Finding;
  readonly text: string;
}

const findLiterals = ({ files }: Collection, policy: Policy): Literal[] =>
  files.flatMap(({ source, problems, locate = (place) => place }) =>
    toFindings(source, problems.filter(({ secret }) => secret !== undefined), policy)
      .filter(({ suppression }) => suppression === undefined)
      .map((finding) => ({ finding: { ...finding, start: locate(finding.start), end: locate(finding.end) }, text: source.text })),
  );

/** `not-stored`: none of the parameters that were compared ever held it. */
type Outcome =
  | { readonly state: 'current'; readonly parameter: Present; readonly isLineBreakApart: boolean }
  | { readonly state: 'rotated'; readonly parameter: Present; readonly since: number; readonly isLineBreakApart: boolean }
  | { readonly state: 'not-stored'; readonly compared: readonly string[] }
  | Unknown;

interface Result {
  readonly finding: Finding;
  readonly outcome: Outcome;
}

type Candidates = ReadonlyMap<Finding, readonly Present[] | Unknown>;

async function compare(literals: readonly Literal[], candidates: Candidates, options: { deadlineMs: number; root: string }): Promise<Result[]> {
  const questions = literals.flatMap(({ finding, text }) => {
    const those = candidates.get(finding) ?? [];
    const secrets = getLikelyValues(text, finding.problem);
    return 'state' in those ? [] : those.map((parameter) => ({ finding, parameter, name: parameter.parameter.name, secrets }));
  });
  const answers = await matchStored(questions, { ...options, withHistory: true });
  return literals.map(({ finding }) => {
    const those = candidates.get(finding) ?? [];
    if ('state' in those) return { finding, outcome: those };
    const own = questions.flatMap(({ parameter, ...question }, index) => (question.finding === finding ? [{ parameter, answer: answers[index] }] : []));
    return { finding, outcome: judge(own) };
  });
}

function judge(answers: readonly { parameter: Present; answer: MatchAnswer | undefined }[]): Outcome {
  for (const state of ['current', 'rotated'] as const) {
    for (const { parameter, answer } of answers) if (answer?.state === state) return { ...answer, parameter };
  }
  for (const { parameter, answer } of answers) {
    if (answer?.state === 'unknown') return { ...answer, detail: `${parameter.parameter.name}: ${answer.detail}` };
  }
  return { state: 'not-stored', compared: answers.map(({ parameter }) => parameter.parameter.name) };
}

function renderText(results: readonly Result[], now: number): string {
  if (results.length === 0) return 'No secrets found.\n';
  const lines = results.map(({ finding, outcome }) => `${finding.path}:${String(finding.start.line)}:${String(finding.start.column)} ${finding.message}\n    ${describe(outcome, now)}`);
  const counts = (['current', 'rotated', 'not-stored', 'unknown'] as const).flatMap((state) => {
    const { length } = results.filter(({ outcome }) => outcome.state === state);
    return length === 0 ? [] : [`${String(length)} ${state.replace('-', ' ')}`];
  });
  return `${lines.join('\n')}\n\n${counts.join(', ')}.\n`;
}

function describe(outcome: Outcome, now: number): string {
  switch (outcome.state) {
    case 'current':
      return `current: the value of ${describePresent(outcome.parameter, now)}${describeLineBreak(outcome)}`;
    case 'rotated':
      return `rotated since v${String(outcome.since)}: an earlier value of ${describePresent(outcome.parameter, now)}${describeLineBreak(outcome)}`;
    case 'not-stored':
      return outcome.compared.length === 0 ? 'not stored: no parameter is named like this' : `not stored: no value of ${outcome.compared.join(', ')}`;
    case 'unknown':
      return `unknown: ${outcome.detail}`;
  }
}

const describeLineBreak = ({ isLineBreakApart }: { isLineBreakApart: boolean }): string => (isLineBreakApart ? ' (but for a line break at the end)' : '');

const renderJson = (results: readonly Result[]): string => `${JSON.stringify({ format: 1, matches: results.map(toJson) }, undefined, 2)}\n`;

function toJson({ finding, outcome }: Result): object {
  const { path, start, end, kind, message, fingerprint } = finding;
  const place = { path, start, end, kind, message, fingerprint, state: outcome.state };
  if (outcome.state === 'unknown') return { ...place, reason: outcome.reason, detail: outcome.detail };
  if (outcome.state === 'not-stored') return { ...place, compared: outcome.compared };
  const { parameter, evidence } = outcome.parameter;
  return {
    ...place,
    parameter,
    checked: { ...evidence, checkedAt: new Date(evidence.checkedAt).toISOString() },
    ...(outcome.state === 'rotated' ? { since: outcome.since } : {}),
    ...(outcome.isLineBreakApart ? { differsInLineBreak: true } : {}),
  };
}
