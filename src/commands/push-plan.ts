import type { Config } from '../core/config.ts';
import type { Answer, ParameterStore, Present, Unknown } from '../core/store.ts';
import { matchStored, type MatchAnswer } from '../io/ssm-match.ts';
import { judgeValue } from '../io/ssm-put.ts';
import type { Item } from './push-items.ts';

/** What is to be done for a secret, or was. `parameter` is what the reference will lead to. */
export type Step = { readonly item: Item } & (
  | { readonly state: 'create' | 'overwrite'; readonly parameter: Present; readonly tier: string; readonly keyId?: string; readonly note?: string }
  | { readonly state: 'done'; readonly parameter: Present; readonly isNew: boolean }
  | { readonly state: 'refused'; readonly reason: string; readonly parameter?: undefined }
  | (Unknown & { readonly parameter?: undefined })
);

export interface PlanOptions {
  readonly config: Config;
  readonly session: { readonly deadlineMs: number; readonly root: string };
  readonly isOverwriting: boolean;
}

/** Looks what is there already, without decrypting; only what is there is compared. */
export async function planSteps(items: readonly Item[], store: ParameterStore, options: PlanOptions): Promise<Step[]> {
  const open = items.filter(({ refusal }) => refusal === undefined);
  const answers = open.length === 0 ? new Map<string, Answer>() : await store.lookUp([...new Set(open.map(({ name }) => name))]);
  const there = open.filter(({ name }) => answers.get(name)?.state === 'present');
  const matches = await matchStored(there.map(({ name, secret }) => ({ name, secrets: [secret] })), { ...options.session, withHistory: false });
  const missing = open.filter(({ name }) => answers.get(name)?.state === 'absent');
  const alike = await findAlike(missing.map(({ name }) => name), store);
  return items.map((item): Step => {
    if (item.refusal !== undefined) return { item, state: 'refused', reason: item.refusal };
    const index = there.indexOf(item);
    const step = planStep(item, answers.get(item.name), index === -1 ? undefined : matches[index], options);
    const note = alike.get(item.name);
    return step.state === 'create' && note !== undefined ? { ...step, note: `${note} is there, which differs only in spelling` } : step;
  });
}

function planStep(item: Item, answer: Answer | undefined, match: MatchAnswer | undefined, { config, isOverwriting }: PlanOptions): Step {
  const { name } = item;
  if (answer === undefined || answer.state === 'unknown') return { ...(answer ?? notAsked), item };
  const verdict = judgeValue(item.secret);
  if ('refusal' in verdict) return { item, state: 'refused', reason: verdict.refusal };
  const { tier } = verdict;
  const keyId = config.kmsKeyId === '' ? {} : { keyId: config.kmsKeyId };
  if (answer.state === 'absent') return { item, state: 'create', parameter: toPresent(name, 1, answer), tier, ...keyId };
  const { parameter, evidence } = answer;
  if (parameter.type !== 'SecureString') return { item, state: 'refused', reason: `${name} is there as ${parameter.type}, which is not encrypted; delete it and create it again as SecureString` };
  if (match?.state === 'current' && !match.isLineBreakApart) return { item, state: 'done', parameter: answer, isNew: false };
  if (!isOverwriting) return match?.state === 'unknown' ? { ...match, item } : { item, state: 'refused', reason: `${name} holds ${describeDifference(match)}; --overwrite replaces it` };
  // without a key AWS would take its own for the new version
  const kept = parameter.keyId === undefined || config.kmsKeyId !== '' ? keyId : { keyId: parameter.keyId };
  return { item, state: 'overwrite', parameter: toPresent(name, (parameter.version ?? 0) + 1, { evidence }), tier, ...kept };
}

const describeDifference = (match: MatchAnswer | undefined): string => (match?.state === 'current' ? 'this value with a line break at its end' : 'another value');

const notAsked: Unknown = { state: 'unknown', reason: 'failed', detail: 'the store was not asked' };

const toPresent = (name: string, version: number, { evidence }: Pick<Present, 'evidence'>): Present => ({ state: 'present', parameter: { name, type: 'SecureString', version }, evidence });

/** Parameters whose names differ from these in case or marks only, and are likely meant. */
async function findAlike(names: readonly string[], store: ParameterStore): Promise<ReadonlyMap<string, string>> {
  const fragments = names.map((name) => name.slice(name.lastIndexOf('/') + 1)).flatMap((last) => [last, last.replace(/[-_.]/gu, '_'), last.replace(/[-_.]/gu, '-'), last.replace(/[-_.]/gu, '')]);
  const result = fragments.length === 0 ? undefined : await store.search([...new Set(fragments)]);
  if (result?.state !== 'found') return new Map();
  return new Map(
    names.flatMap((name) => {
      const found = result.parameters.find((parameter) => parameter.name !== name && toPlain(parameter.name) === toPlain(name));
      return found === undefined ? [] : [[name, found.name] as const];
    }),
  );
}

const toPlain = (name: string): string => name.replace(/[-_.]/gu, '').toLowerCase();
