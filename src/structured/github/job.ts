import { getEntry, getKeys, getText, getValue, toList, type Cursor, type Tree } from '../../core/tree.ts';

/** What has steps: a job of a workflow, or `runs` of a composite action. */
export interface Job {
  readonly tree: Tree;
  readonly isAction: boolean;
}

/** The job around a place; the only one of the workflow for what stands outside of them. */
export function getJob(cursor: Cursor, root: Tree): Job | undefined {
  const [top, id] = getKeys(cursor);
  if (top === 'runs') return toJob(getValue(root, 'runs'), true);
  const jobs = getValue(root, 'jobs');
  if (top === 'jobs') return toJob(getValue(jobs, id ?? ''), false);
  return top === 'env' && jobs?.kind === 'map' && jobs.entries.length === 1 ? toJob(jobs.entries[0]?.value, false) : undefined;
}

const toJob = (tree: Tree | undefined, isAction: boolean): Job | undefined => (getEntry(tree, 'steps') === undefined || tree === undefined ? undefined : { tree, isAction });

export const getSteps = ({ tree }: Job): readonly Tree[] => toList(getValue(tree, 'steps'));

export interface Login {
  readonly step: Tree;
  readonly index: number;
  /** Where it is a literal. */
  readonly region?: string;
}

/**
 * The step of https://github.com/aws-actions/configure-aws-credentials, or the reason why none can be built upon; undefined
 * where there is none.
 */
export function findLogin(job: Job, root: Tree): Login | string | undefined {
  const steps = getSteps(job);
  const logins = steps.filter((step) => getText(getValue(step, 'uses'))?.startsWith('aws-actions/configure-aws-credentials@'));
  const [step] = logins;
  if (step === undefined) return undefined;
  if (logins.length > 1) return 'The job signs in to AWS more than once: read the parameter by hand, after the step that signs in to its account.';
  if (getEntry(step, 'if') !== undefined) return 'The job signs in to AWS under a condition only: read the parameter by hand where that holds.';
  if (getValue(job.tree, 'steps')?.kind !== 'list' || isFlowList(getValue(job.tree, 'steps')) || step.kind !== 'map' || step.isFlow) return 'The steps are written in brackets: give each lines of its own first.';
  if (!canSignIn(step, job, root)) return 'The job may not sign in with its role: give it "permissions: id-token: write".';
  if (/windows/iu.test(getText(getValue(job.tree, 'runs-on')) ?? '')) return 'The step that reads a parameter is written for bash: read it by hand on Windows.';
  const region = getText(getValue(getValue(step, 'with'), 'aws-region'));
  return { step, index: steps.indexOf(step), ...(region !== undefined && /^[a-z]{2}(?:-[a-z]+)+-\d$/u.test(region) ? { region } : {}) };
}

const isFlowList = (tree: Tree | undefined): boolean => tree?.kind === 'list' && tree.isFlow;

/** A role is assumed with the token of the run, with keys, or by chaining. */
function canSignIn(step: Tree, job: Job, root: Tree): boolean {
  const inputs = getValue(step, 'with');
  if (getEntry(inputs, 'aws-access-key-id', 'web-identity-token-file', 'role-chaining') !== undefined) return true;
  if (getEntry(inputs, 'role-to-assume') === undefined) return false;
  return job.isAction || mayGetToken(getValue(job.tree, 'permissions') ?? getValue(root, 'permissions'));
}

const mayGetToken = (permissions: Tree | undefined): boolean => getText(permissions) === 'write-all' || getText(getValue(permissions, 'id-token')) === 'write';
