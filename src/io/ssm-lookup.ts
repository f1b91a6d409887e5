import type { Absent, ParameterFacts, Present, Unknown } from '../core/store.ts';
import { getDistance, getOtherAccount, readName, type AskedName } from './parameter-name.ts';
import { describePages, expect, getWithoutValues, index } from './ssm-answers.ts';
import type { Connection, Session } from './ssm-session.ts';

/** An answer whose evidence is still to come: the account may be learned from a later response. */
export type Outcome = (Omit<Present, 'evidence'> & { readonly account?: string }) | (Omit<Absent, 'evidence'> & { readonly account?: string }) | Unknown;

export interface Inquiry extends Pick<Session, 'explain'>, Connection {
  note(arn: string | undefined): void;
  /** Of the session, as far as an ARN told it. */
  getAccount(): string | undefined;
  readonly outcomes: Map<string, Outcome>;
}

/** Limits of DescribeParameters and GetParameters in the Systems Manager API reference. */
export const namesPerDescribe = 50;
const namesPerGet = 10;

/**
 * Asks for the parameters themselves first, in large batches, and then for what only GetParameters knows: a version or label
 * of one that is there, and an ARN that is not of this account.
 */
export async function lookUpParameters(inquiry: Inquiry, names: readonly string[]): Promise<void> {
  const questions = names.map((asked): Question => ({ asked, ...readName(asked) }));
  const near = questions.filter(({ asked, region }) => {
    const distance = region === undefined ? undefined : getDistance({ form: 'plain', name: '', selector: '', region }, inquiry);
    if (distance !== undefined) inquiry.outcomes.set(asked, distance);
    return distance === undefined;
  });
  const bare = await findBare(inquiry, near.filter(({ account }) => account === undefined || account === (inquiry.getAccount() ?? account)));
  const foreign = near.filter(({ account }) => account !== undefined && account !== inquiry.getAccount());
  const own = near.filter((question) => !foreign.includes(question));
  const rest = own.filter((question) => !settle(inquiry, question, bare.get(question.name)));
  await Promise.all([askSelectors(inquiry, rest, bare), askForeign(inquiry, foreign)]);
}

interface Question extends AskedName {
  readonly asked: string;
}

async function findBare(inquiry: Inquiry, questions: readonly Question[]): Promise<Map<string, Outcome>> {
  const found = { ...inquiry, outcomes: new Map<string, Outcome>() };
  const getNamesOf = (form: AskedName['form']): string[] => [...new Set(questions.filter((question) => question.form === form).map(({ name }) => name))];
  const batches = [
    ...chunk(getNamesOf('plain'), namesPerDescribe).map((names) => ({ names, work: describeNames(found, names) })),
    ...chunk(getNamesOf('public'), namesPerGet).map((names) => ({ names, work: getNames(found, names) })),
  ];
  // at once, so that a deadline that cuts off a later batch leaves these answers
  const settleAll = (names: ReadonlySet<string>): void => {
    for (const question of questions) if (question.account === undefined && names.has(question.name)) settle(inquiry, question, found.outcomes.get(question.name));
  };
  await Promise.all(batches.map(({ names, work }) => work.then(() => settleAll(new Set(names)))));
  return found.outcomes;
}

/** Whether what is known of the parameter itself answers the question. */
function settle({ outcomes, explain }: Inquiry, { asked, selector }: Question, outcome: Outcome = explain(undefined)): boolean {
  const isOfParameter = outcome.state !== 'present' || selector === '' || Number(selector.slice(1)) === outcome.parameter.version;
  if (isOfParameter) outcomes.set(asked, outcome);
  return isOfParameter;
}

async function askSelectors(inquiry: Inquiry, questions: readonly Question[], bare: ReadonlyMap<string, Outcome>): Promise<void> {
  const found = { ...inquiry, outcomes: new Map<string, Outcome>() };
  const names = new Set(questions.map(({ name, selector }) => `${name}${selector}`));
  await Promise.all(chunk([...names], namesPerGet).map((batch) => getNames(found, batch)));
  for (const { asked, name, selector } of questions) {
    const outcome = found.outcomes.get(`${name}${selector}`) ?? inquiry.explain(undefined);
    const parameter = bare.get(name);
    const isMissing = outcome.state === 'absent' && parameter?.state === 'present';
    inquiry.outcomes.set(asked, isMissing ? { state: 'absent', what: /^:\d+$/u.test(selector) ? 'version' : 'label', parameter: parameter.parameter } : outcome);
  }
}

/** A parameter of another account may be shared with this one, and is then given for its ARN only. */
async function askForeign(inquiry: Inquiry, questions: readonly Question[]): Promise<void> {
  const found = { ...inquiry, note: () => undefined, outcomes: new Map<string, Outcome>() };
  await Promise.all(chunk(questions.map(({ asked }) => asked), namesPerGet).map((batch) => getNames(found, batch)));
  for (const { asked, account = '' } of questions) {
    const outcome = found.outcomes.get(asked) ?? inquiry.explain(undefined);
    const isElsewhere = outcome.state === 'absent' || (outcome.state === 'unknown' && isAboutNames(outcome));
    inquiry.outcomes.set(asked, isElsewhere ? getOtherAccount(account, inquiry.getAccount()) : outcome.state === 'unknown' ? outcome : { ...outcome, account });
  }
}

async function describeNames(inquiry: Inquiry, names: readonly string[]): Promise<void> {
  try {
    const found = index(await describePages(inquiry, { Key: 'Name', Option: 'Equals', Values: [...names] }));
    for (const name of names) inquiry.outcomes.set(name, toOutcome(found.get(name)));
  } catch (error) {
    const unknown = inquiry.explain(error);
    // the right to describe can only be given for every parameter; many have only that to get their own
    if (isAboutNames(unknown)) await Promise.all(chunk(names, namesPerGet).map((batch) => getNames(inquiry, batch)));
    else setAll(inquiry, names, unknown);
  }
}

/** One name that is denied or malformed fails its batch, so each is asked for again alone. */
async function getNames(inquiry: Inquiry, names: readonly string[]): Promise<void> {
  try {
    const { found, missing } = await getWithoutValues(inquiry, names);
    for (const name of names) inquiry.outcomes.set(name, toOutcome(missing.has(name) ? undefined : expect(found.get(name) ?? found.get(dropLabel(name)))));
  } catch (error) {
    const unknown = inquiry.explain(error);
    if (names.length > 1 && isAboutNames(unknown)) await Promise.all(names.map((name) => getNames(inquiry, [name])));
    else setAll(inquiry, names, unknown);
  }
}

/** An answer need not repeat the label that was asked for; a version must be the one. */
const dropLabel = (name: string): string => name.replace(/:[A-Za-z][\w.-]*$/u, '');

const isAboutNames = ({ reason }: Unknown): boolean => reason === 'denied' || reason === 'invalid-name';

const toOutcome = (parameter: ParameterFacts | undefined): Outcome =>
  parameter === undefined ? { state: 'absent', what: 'parameter' } : { state: 'present', parameter };

function setAll({ outcomes }: Inquiry, names: readonly string[], outcome: Outcome): void {
  for (const name of names) outcomes.set(name, outcome);
}

export const chunk = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
