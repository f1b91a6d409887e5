import type { ParameterStringFilter } from '@aws-sdk/client-ssm';
import type { Absent, Answer, Evidence, ParameterFacts, ParameterStore, Present, SearchResult, Unknown } from '../core/store.ts';
import { getBareName, getNameForm, invalidName, secretName, sortParameters, type NameForm } from './parameter-name.ts';
import { describePages, expect, getWithoutValues, index } from './ssm-answers.ts';
import { createSession, type Connection, type Session, type SessionOptions } from './ssm-session.ts';

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

/** Limits of DescribeParameters and GetParameters in the Systems Manager API reference. */
const namesPerDescribe = 50;
const namesPerGet = 10;
const maxFound = 200;

interface Witness {
  note(arn: string | undefined): void;
  attest(region: string): Evidence;
}

/** Nothing tells the account but the ARNs of parameters that were found; it stays the same for the whole session. */
function createWitness(now: () => number): Witness {
  let account: string | undefined;
  return {
    note(arn) {
      account ??= /^arn:[^:]+:ssm:[^:]*:(\d{12}):/u.exec(arn ?? '')?.[1];
    },
    attest: (region) => ({ checkedAt: now(), ...(account === undefined ? {} : { account }), region }),
  };
}

/** An answer whose evidence is still to come: the account may be learned from a later response. */
type Outcome = Omit<Present, 'evidence'> | Omit<Absent, 'evidence'> | Unknown;

interface Inquiry extends Pick<Session, 'explain'>, Pick<Witness, 'note'>, Connection {
  readonly outcomes: Map<string, Outcome>;
}

async function lookUp(session: Session, witness: Witness, names: readonly string[]): Promise<Map<string, Answer>> {
  const outcomes = new Map<string, Outcome>(getRefusals(names));
  const failure = await askAll(session, witness, outcomes, names.filter((name) => !outcomes.has(name)));
  const evidence = witness.attest(session.region ?? '');
  // a copy, because requests that the deadline cut off still settle
  return new Map(names.map((name) => [name, toAnswer(outcomes.get(name) ?? failure ?? session.explain(undefined), evidence)]));
}

const getRefusals = (names: readonly string[]): [string, Unknown][] =>
  names.flatMap((name) => {
    const refusal = refusals.get(getNameForm(name));
    return refusal === undefined ? [] : [[name, refusal]];
  });

const refusals: ReadonlyMap<NameForm, Unknown> = new Map([
  ['invalid', invalidName],
  ['secret', secretName],
]);

const toAnswer = (outcome: Outcome, evidence: Evidence): Answer => (outcome.state === 'unknown' ? outcome : { ...outcome, evidence });

/** Fills in the outcomes; returns what to say of the names that are left without one. */
async function askAll(
  session: Session,
  { note }: Witness,
  outcomes: Map<string, Outcome>,
  names: readonly string[],
): Promise<Unknown | undefined> {
  if (names.length === 0) return undefined;
  const plain = names.filter((name) => getNameForm(name) === 'plain');
  const indirect = names.filter((name) => getNameForm(name) !== 'plain');
  return session.run(async (connection) => {
    const inquiry = { ...connection, explain: session.explain, note, outcomes };
    await Promise.all([
      ...chunk(plain, namesPerDescribe).map((batch) => describeNames(inquiry, batch)),
      // the ARN of a shared parameter names another account
      getAllNames({ ...inquiry, note: () => undefined }, indirect),
    ]);
    return undefined;
  });
}

async function describeNames(inquiry: Inquiry, names: readonly string[]): Promise<void> {
  try {
    const found = index(await describePages(inquiry, { Key: 'Name', Option: 'Equals', Values: [...names] }));
    for (const name of names) inquiry.outcomes.set(name, toOutcome(found.get(name)));
  } catch (error) {
    const unknown = inquiry.explain(error);
    // the right to describe can only be given for every parameter; many have only that to get their own
    if (isAboutNames(unknown)) await getAllNames(inquiry, names);
    else setAll(inquiry, names, unknown);
  }
}

async function getAllNames(inquiry: Inquiry, names: readonly string[]): Promise<void> {
  await Promise.all(chunk(names, namesPerGet).map((batch) => getNames(inquiry, batch)));
}

/** One name that is denied or malformed fails its batch, so each is asked for again alone. */
async function getNames(inquiry: Inquiry, names: readonly string[]): Promise<void> {
  try {
    const { found, missing } = await getWithoutValues(inquiry, names);
    for (const name of names) {
      const facts = found.get(name) ?? found.get(getBareName(name));
      inquiry.outcomes.set(name, missing.has(name) ? { state: 'absent' } : toOutcome(expect(facts)));
    }
  } catch (error) {
    const unknown = inquiry.explain(error);
    if (names.length > 1 && isAboutNames(unknown)) await Promise.all(names.map((name) => getNames(inquiry, [name])));
    else setAll(inquiry, names, unknown);
  }
}

const isAboutNames = ({ reason }: Unknown): boolean => reason === 'denied' || reason === 'invalid-name';

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

const toOutcome = (parameter: ParameterFacts | undefined): Outcome =>
  parameter === undefined ? { state: 'absent' } : { state: 'present', parameter };

function setAll({ outcomes }: Inquiry, names: readonly string[], outcome: Outcome): void {
  for (const name of names) outcomes.set(name, outcome);
}

const chunk = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
