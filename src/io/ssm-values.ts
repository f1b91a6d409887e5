import { env } from 'node:process';
import type { Parameter } from '@aws-sdk/client-ssm';
import type { Absent, Unknown } from '../core/store.ts';
import { getEndpointNote, getRegion, refuseConfiguration } from './aws-environment.ts';
import { createGate, withDeadline } from './deadline.ts';
import { invalidName, readName } from './parameter-name.ts';
import { expect, index } from './ssm-answers.ts';
import { explainFailure } from './ssm-failure.ts';
import { signIn, type SessionOptions, type SignedIn } from './ssm-session.ts';

/** A decrypted value, or why there is none. */
export type ValueAnswer = { readonly state: 'read'; readonly value: string } | Pick<Absent, 'state'> | Unknown;

/**
 * Reads parameters with their values, for `paramguard exec`. This is the only code that asks AWS to decrypt: values go from
 * here into the environment of one command and nowhere else. Never rejects; one answer for each distinct name.
 */
export async function readValues(names: readonly string[], options: SessionOptions): Promise<Map<string, ValueAnswer>> {
  const answers = new Map<string, ValueAnswer>();
  for (const name of names) if (readName(name).form === 'invalid') answers.set(name, invalidName);
  const valid = [...new Set(names)].filter((name) => !answers.has(name));
  const failure = valid.length === 0 ? undefined : await ask(valid, options, answers);
  // a copy, because requests that the deadline cut off still settle
  return new Map(names.map((name) => [name, answers.get(name) ?? failure ?? explain(undefined, options)]));
}

/** The limit of GetParameters in the Systems Manager API reference. */
const namesPerGet = 10;
/** The account's production shares the quota of requests. */
const maxInFlight = 4;

async function ask(names: readonly string[], options: SessionOptions, answers: Map<string, ValueAnswer>): Promise<Unknown | undefined> {
  const refusal = refuseConfiguration(options.root);
  if (refusal !== undefined) return refusal;
  try {
    return await withDeadline(options.deadlineMs, async (signal) => {
      const inquiry = { ...(await signIn(options)), signal, options, answers, gate: createGate(maxInFlight) };
      const batches = Array.from({ length: Math.ceil(names.length / namesPerGet) }, (_, part) => names.slice(part * namesPerGet, (part + 1) * namesPerGet));
      await Promise.all(batches.map((batch) => readBatch(inquiry, batch)));
      return undefined;
    });
  } catch (error) {
    return explain(error, options);
  }
}

interface Inquiry extends SignedIn {
  readonly signal: AbortSignal;
  readonly options: SessionOptions;
  readonly answers: Map<string, ValueAnswer>;
  readonly gate: ReturnType<typeof createGate>;
}

/** One name that is denied or malformed fails its batch, so each is asked for again alone. */
async function readBatch(inquiry: Inquiry, names: readonly string[]): Promise<void> {
  try {
    const found = await getParameters(inquiry, names);
    for (const name of names) inquiry.answers.set(name, toAnswer(found, name, names.length === 1));
  } catch (error) {
    const unknown = explain(error, inquiry.options);
    const isAboutNames = unknown.reason === 'denied' || unknown.reason === 'invalid-name' || unknown.reason === 'failed';
    if (names.length > 1 && isAboutNames) await Promise.all(names.map((name) => readBatch(inquiry, [name])));
    else for (const name of names) inquiry.answers.set(name, unknown);
  }
}

interface Values {
  readonly values: ReadonlyMap<string, string>;
  /** In the order of the answer. */
  readonly all: readonly string[];
  readonly missing: ReadonlySet<string>;
}

async function getParameters({ sdk, client, signal, gate }: Inquiry, names: readonly string[]): Promise<Values> {
  const command = new sdk.GetParametersCommand({ Names: [...names], WithDecryption: true });
  const { Parameters, InvalidParameters = [] } = await gate(() => client.send(command, { abortSignal: signal }));
  const entries = expect(Parameters).flatMap((parameter) => getSpellings(parameter).map((name) => [name, expect(parameter.Value)] as const));
  return { values: new Map(entries), all: expect(Parameters).map(({ Value }) => expect(Value)), missing: new Set(InvalidParameters) };
}

/**
 * A parameter comes back under its plain name, with the version or label in `Selector`: only under both of them, for the latest
 * value may stand beside it. `x` and `/x` are one where there are no further parts.
 */
function getSpellings({ Name, ARN, Selector = '' }: Parameter): string[] {
  const name = expect(Name);
  const names = [...index([{ name, type: 'SecureString' }]).keys(), ...(ARN === undefined ? [] : [ARN])];
  return [...new Set(names.map((spelling) => `${spelling}${Selector}`))];
}

/** What comes back alone for a name that was asked for alone is its value, under whatever name. */
function toAnswer({ values, all, missing }: Values, name: string, isAlone: boolean): ValueAnswer {
  if (missing.has(name)) return { state: 'absent' };
  const only = isAlone && all.length === 1 ? all[0] : undefined;
  return { state: 'read', value: expect(values.get(name) ?? only) };
}

function explain(error: unknown, { deadlineMs, profile = env['AWS_PROFILE'], region }: SessionOptions): Unknown {
  const known = getRegion(region);
  const label = ['AWS', ...(known === undefined ? [] : [known]), ...getEndpointNote()].join(' ');
  const unknown = explainFailure(error, { profile, deadlineMs, label });
  return unknown.reason === 'denied' ? { ...unknown, detail: 'not allowed: grant ssm:GetParameters on it, and kms:Decrypt on its key' } : unknown;
}
