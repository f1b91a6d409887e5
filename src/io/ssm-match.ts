import { env } from 'node:process';
import type { Secret } from '../core/secret.ts';
import type { Absent, Unknown } from '../core/store.ts';
import { getEndpointNote, getRegion } from './aws-environment.ts';
import { createGate, withDeadline } from './deadline.ts';
import { compareValue, type Sameness } from './same-value.ts';
import { expect } from './ssm-answers.ts';
import { explainFailure } from './ssm-failure.ts';
import { signIn, type SessionOptions, type SignedIn } from './ssm-session.ts';
import { readValues, type ValueAnswer } from './ssm-values.ts';

/** Whether one of these is the value of the parameter. */
export interface MatchQuestion {
  readonly name: string;
  readonly secrets: readonly Secret[];
}

/** `since`: the version that replaced the one that is equal. */
export type MatchAnswer =
  | { readonly state: 'current'; readonly isLineBreakApart: boolean }
  | { readonly state: 'rotated'; readonly since: number; readonly isLineBreakApart: boolean }
  | { readonly state: 'different' }
  | Pick<Absent, 'state'>
  | Unknown;

export interface MatchOptions extends SessionOptions {
  /** Look at earlier versions too. */
  readonly withHistory: boolean;
}

/**
 * Compares values with what is stored. Reads the current values first and the history of a parameter only where that one
 * differs: every version that is read is a KMS request. Never rejects; one answer for each question, in order.
 */
export async function matchStored(questions: readonly MatchQuestion[], options: MatchOptions): Promise<MatchAnswer[]> {
  const current = await readValues(questions.map(({ name }) => name), options);
  const first = questions.map((question) => compareCurrent(question, current.get(question.name)));
  const open = questions.filter((_, index) => first[index]?.state === 'different');
  if (!options.withHistory || open.length === 0) return first;
  const earlier = await compareHistories(open, options);
  return questions.map((question, index) => earlier.get(question) ?? first[index] ?? { state: 'different' });
}

function compareCurrent({ secrets }: MatchQuestion, answer: ValueAnswer | undefined): MatchAnswer {
  if (answer?.state !== 'read') return answer ?? { state: 'absent' };
  const sameness = compareAny(secrets, answer.value);
  return sameness === 'different' ? { state: 'different' } : { state: 'current', isLineBreakApart: sameness === 'line-break' };
}

function compareAny(secrets: readonly Secret[], stored: string): Sameness {
  const results = secrets.map((secret) => compareValue(secret, stored));
  return results.find((result) => result === 'same') ?? results.find((result) => result === 'line-break') ?? 'different';
}

/** The account's production shares the quota of requests. */
const maxInFlight = 4;

async function compareHistories(questions: readonly MatchQuestion[], options: MatchOptions): Promise<ReadonlyMap<MatchQuestion, MatchAnswer>> {
  const answers = new Map<MatchQuestion, MatchAnswer>();
  const byName = group(questions);
  try {
    await withDeadline(options.deadlineMs, async (signal) => {
      const signedIn = await signIn(options);
      const gate = createGate(maxInFlight);
      await Promise.all(
        [...byName].map(async ([name, those]) => {
          const compare = await gate(() => readHistory(signedIn, name, signal)).catch((error: unknown) => () => explain(error, options));
          for (const question of those) answers.set(question, compare(question));
        }),
      );
    });
  } catch (error) {
    const unknown = explain(error, options);
    for (const question of questions) if (!answers.has(question)) answers.set(question, unknown);
  }
  return answers;
}

function group(questions: readonly MatchQuestion[]): Map<string, MatchQuestion[]> {
  const groups = new Map<string, MatchQuestion[]>();
  for (const question of questions) groups.set(question.name, [...(groups.get(question.name) ?? []), question]);
  return groups;
}

interface Version {
  readonly version: number;
  readonly value: string;
}

/** The values stay in what is returned, which tells only whether one is equal. */
async function readHistory({ sdk, client }: SignedIn, name: string, abortSignal: AbortSignal): Promise<(question: MatchQuestion) => MatchAnswer> {
  const versions: Version[] = [];
  let token: string | undefined;
  do {
    const input = { Name: name, WithDecryption: true, MaxResults: 50, ...(token === undefined ? {} : { NextToken: token }) };
    const page = await client.send(new sdk.GetParameterHistoryCommand(input), { abortSignal });
    versions.push(...expect(page.Parameters).map(({ Version, Value }) => ({ version: expect(Version), value: expect(Value) })));
    token = page.NextToken === '' ? undefined : page.NextToken;
  } while (token !== undefined);
  versions.sort((a, b) => b.version - a.version);
  return ({ secrets }) => findVersion(versions, secrets);
}

/** The latest version that is equal; one that was written since the current value was read counts as what it now is. */
function findVersion(versions: readonly Version[], secrets: readonly Secret[]): MatchAnswer {
  for (const [index, { version, value }] of versions.entries()) {
    const sameness = compareAny(secrets, value);
    if (sameness === 'different') continue;
    const isLineBreakApart = sameness === 'line-break';
    return index === 0 ? { state: 'current', isLineBreakApart } : { state: 'rotated', since: version + 1, isLineBreakApart };
  }
  return { state: 'different' };
}

function explain(error: unknown, { deadlineMs, profile = env['AWS_PROFILE'], region }: SessionOptions): Unknown {
  const known = getRegion(region);
  const unknown = explainFailure(error, { profile, deadlineMs, label: ['AWS', ...(known === undefined ? [] : [known]), ...getEndpointNote()].join(' ') });
  return unknown.reason === 'denied' ? { ...unknown, detail: 'it differs from the current version, and earlier ones cannot be read: grant ssm:GetParameterHistory on it' } : unknown;
}
