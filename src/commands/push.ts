import type { Finding } from '../core/finding.ts';
import type { ParameterStore, Present } from '../core/store.ts';
import { UserError } from '../io/errors.ts';
import { createPolicy } from '../io/policy.ts';
import { matchStored } from '../io/ssm-match.ts';
import { putParameter } from '../io/ssm-put.ts';
import { say, writePlain } from '../io/terminal.ts';
import { chooseStore } from './choose-store.ts';
import { hasChanged, planFile, renderDiff, writePlan, type FilePlan } from './file-plan.ts';
import { getDeadline, type Options } from './options.ts';
import { findItems, refer, type Item, type Place } from './push-items.ts';
import { planSteps, type Step } from './push-plan.ts';
import { describeDone, describePlan } from './push-report.ts';
import { readTarget } from './push-target.ts';
import { warnOfStore } from './scan.ts';
import { readScanConfig } from './scan-config.ts';

/**
 * Moves secrets of a file into Parameter Store and writes references in their place; without `--apply` it shows what it would do.
 * Exit code: 0 nothing is left to do, 1 something is, 2 something failed. Whatever fails, running it again goes on from there.
 */
export async function push(options: Options, root: string): Promise<number> {
  const { config, folder } = await readScanConfig(root, options.config);
  const target = await readTarget(options, root, config);
  const deadline = getDeadline(options, config);
  const store = await chooseStore('aws', { config, folder, root, deadline });
  const place: Place = { ...target, root, config, policy: await createPolicy(config) };
  const items = findItems(place, options.name);
  const steps = await planSteps(items, store, { config, session: { deadlineMs: deadline, root }, isOverwriting: options.isOverwriting });
  warnOfStore({ answers: new Map(), found: [] }, store.label);
  return options.isApplied ? apply(steps, { place, deadline, sizeLimit: options.sizeLimit, store }) : show(steps, place, store.label);
}

/** Shows the steps and the edits as they would be. */
async function show(steps: readonly Step[], place: Place, label: string): Promise<number> {
  const plan = await planEdits(place, steps.flatMap(({ item, state, parameter }) => (state === 'refused' || state === 'unknown' ? [] : [{ item, parameter }])));
  writePlain(describePlan(steps, label));
  if (plan.fixed.length > 0) writePlain(`\n${await renderDiff(plan)}Nothing was stored or written: run it again with --apply.\n`);
  return getExitCode(steps, plan.fixed.length > 0);
}

interface Applying {
  readonly place: Place;
  readonly deadline: number;
  readonly sizeLimit: number;
  readonly store: ParameterStore;
}

/** Stores first, one after the other, and then writes the file once, with what was seen to be stored. */
async function apply(steps: readonly Step[], applying: Applying): Promise<number> {
  const { place, sizeLimit } = applying;
  const done: Stored[] = [];
  const results: Step[] = [];
  for (const [index, step] of steps.entries()) {
    if (hasChanged(place.root, place.file, sizeLimit)) {
      if (done.length === 0) throw new UserError(`${place.file.source.path} changed since it was scanned; nothing was stored; run the command again`);
      results.push(...steps.slice(index));
      break;
    }
    const known = done.find(({ item }) => item.name === step.item.name);
    const result: Step = known === undefined ? await perform(step, applying) : { item: step.item, state: 'done', parameter: known.parameter, isNew: false };
    results.push(result);
    if (result.state === 'done') done.push({ item: result.item, parameter: result.parameter });
    if (result.state === 'unknown' && isAboutAll(result.reason)) {
      results.push(...steps.slice(index + 1));
      break;
    }
  }
  const plan = await planEdits(place, done);
  const error = plan.fixed.length === 0 ? undefined : await writePlan(place.root, plan, sizeLimit);
  if (error !== undefined) say(`${place.file.source.path}: not written: ${error}`);
  writePlain(describeDone(results, { label: applying.store.label, path: place.file.source.path, isWritten: error === undefined && plan.fixed.length > 0 }));
  return error === undefined ? getExitCode(results, false) : 2;
}

/** What holds for the next parameter too. */
const isAboutAll = (reason: string): boolean => ['no-credentials', 'no-region', 'expired-credentials', 'throttled', 'timeout', 'unreachable'].includes(reason);

interface Stored {
  readonly item: Item;
  readonly parameter: Present;
}

async function perform(step: Step, { place, deadline, store }: Applying): Promise<Step> {
  if (step.state !== 'create' && step.state !== 'overwrite') return step;
  const { item, keyId } = step;
  const session = { deadlineMs: deadline, root: place.root };
  const answer = await putParameter({ name: item.name, secret: item.secret, overwrite: step.state === 'overwrite', ...(keyId === undefined ? {} : { keyId }) }, session);
  if (answer.state === 'unknown') return { ...answer, item };
  if (answer.state === 'present') return { item, state: 'done', parameter: answer, isNew: true };
  // written in the meantime, perhaps by an earlier try of this request
  const [match] = await matchStored([{ name: item.name, secrets: [item.secret] }], { ...session, withHistory: false });
  const found = (await store.lookUp([item.name])).get(item.name);
  const isOurs = match?.state === 'current' && !match.isLineBreakApart && found?.state === 'present' && found.parameter.type === 'SecureString';
  if (isOurs) return { item, state: 'done', parameter: found, isNew: true };
  return { item, state: 'refused', reason: `${item.name} was created in the meantime and holds another value; run the command again` };
}

/** The file with references to what is stored; no other finding is touched. */
const planEdits = ({ file, ...place }: Place, stored: readonly Stored[]): Promise<FilePlan> =>
  planFile(file, place, (current): Finding[] => stored.flatMap(({ item, parameter }) => refer({ ...place, file: current }, item, parameter)));

function getExitCode(steps: readonly Step[], isMore: boolean): number {
  if (steps.some(({ state }) => state === 'unknown')) return 2;
  return isMore || steps.some(({ state }) => state !== 'done') ? 1 : 0;
}
