import type { ParameterStringFilter } from '@aws-sdk/client-ssm';
import type { Answer, Evidence, ParameterStore, SearchResult, Unknown } from '../core/store.ts';
import { invalidName, readName, sortParameters } from './parameter-name.ts';
import { describePages } from './ssm-answers.ts';
import { chunk, lookUpParameters, namesPerDescribe, type Outcome } from './ssm-lookup.ts';
import { createSession, type Session, type SessionOptions } from './ssm-session.ts';

export interface AwsStoreOptions extends SessionOptions {
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/**
 * Parameter Store itself. Asks for names and types; never to decrypt, and a value that a response brings all the same
 * (GetParameters gives plain strings away) is dropped where it arrives. The SDK is loaded at the first question.
 */
export function createAwsStore({ now = Date.now, ...options }: AwsStoreOptions): ParameterStore {
  const session = createSession(options);
  const witness = createWitness(now);
  return {
    get label() {
      return session.label;
    },
    lookUp: (names) => lookUp(session, witness, [...new Set(names)]),
    search: (fragments) => find(session, witness, getSearchFilters(fragments), maxFound),
    list: () => find(session, witness, [undefined], Infinity),
  };
}

const maxFound = 200;

interface Witness {
  note(arn: string | undefined): void;
  getAccount(): string | undefined;
  attest(region: string): Evidence;
}

/** Nothing tells the account but the ARNs of parameters that were found; it stays the same for the whole session. */
function createWitness(now: () => number): Witness {
  let account: string | undefined;
  return {
    note(arn) {
      account ??= /^arn:[^:]+:(?:ssm|secretsmanager):[^:]*:(\d{12}):/u.exec(arn ?? '')?.[1];
    },
    getAccount: () => account,
    attest: (region) => ({ checkedAt: now(), ...(account === undefined ? {} : { account }), region }),
  };
}

async function lookUp(session: Session, witness: Witness, names: readonly string[]): Promise<Map<string, Answer>> {
  const outcomes = new Map<string, Outcome>();
  for (const name of names) if (readName(name).form === 'invalid') outcomes.set(name, invalidName);
  const valid = names.filter((name) => !outcomes.has(name));
  const failure = valid.length === 0 ? undefined : await ask(session, witness, outcomes, valid);
  const evidence = witness.attest(session.region ?? '');
  // a copy, because requests that the deadline cut off still settle
  return new Map(names.map((name) => [name, toAnswer(outcomes.get(name) ?? failure ?? session.explain(undefined), evidence)]));
}

/** Fills in the outcomes; returns what to say of the names that are left without one. */
const ask = (session: Session, { note, getAccount }: Witness, outcomes: Map<string, Outcome>, names: readonly string[]): Promise<Unknown | undefined> =>
  session.run(async (connection) => {
    const inquiry = { ...connection, explain: session.explain, note, getAccount, outcomes };
    const secrets = names.filter((name) => readName(name).form === 'secret');
    await Promise.all([
      lookUpParameters(inquiry, names.filter((name) => readName(name).form !== 'secret')),
      ...(secrets.length === 0 ? [] : [import('./secrets-manager.ts').then(({ lookUpSecrets }) => lookUpSecrets(inquiry, secrets))]),
    ]);
    return undefined;
  });

function toAnswer(outcome: Outcome, evidence: Evidence): Answer {
  if (outcome.state === 'unknown') return outcome;
  const { account = evidence.account, ...rest } = outcome;
  return { ...rest, evidence: account === undefined ? evidence : { ...evidence, account } };
}

async function find(
  session: Session,
  witness: Witness,
  filters: readonly (ParameterStringFilter | undefined)[],
  limit: number,
): Promise<SearchResult> {
  const result = await session.run<SearchResult>(async (connection) => {
    const pages = await Promise.all(filters.map((filter) => describePages({ ...connection, note: witness.note }, filter, limit)));
    const parameters = sortParameters(pages.flat()).slice(0, limit);
    return { state: 'found', parameters, evidence: witness.attest(connection.region) };
  });
  return result.state === 'unknown' && result.reason === 'denied' ? { ...result, detail: listingDenied } : result;
}

const listingDenied = 'not allowed to list parameters: grant ssm:DescribeParameters on *';

/** Contains is case sensitive, so the usual spellings are sent; they differ in case only. */
function getSearchFilters(fragments: readonly string[]): ParameterStringFilter[] {
  const spellings = fragments.filter((fragment) => /^[\w./-]+$/u.test(fragment)).flatMap(getCases);
  return chunk([...new Set(spellings)], namesPerDescribe).map((Values) => ({ Key: 'Name', Option: 'Contains', Values }));
}

const getCases = (fragment: string): string[] => {
  const title = fragment.replace(/(?<![A-Za-z\d])[a-z]/gu, (letter) => letter.toUpperCase());
  return [fragment, fragment.toLowerCase(), fragment.toUpperCase(), title, fragment.charAt(0).toLowerCase() + fragment.slice(1)];
};
