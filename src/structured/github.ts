import type { GithubSite } from '../core/sites/github.ts';
import { getEntry, getKeys, getRoot, getText, getValue, isCursorOn, isInFlow, type Cursor, type MapTree, type ScalarTree, type Tree } from '../core/tree.ts';
import { findLogin, getJob, getSteps, type Job } from './github/job.ts';
import { getScriptWord } from './github/script.ts';
import type { Placement } from './sites.ts';

/** The place of a secret in a workflow or an action of GitHub (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax). */
export function getGithubSite(placement: Placement): GithubSite | undefined {
  const { cursor, file } = placement;
  const root = getRoot(cursor);
  if (file.format !== 'yaml' || !isWorkflow(file.path, root)) return undefined;
  const job = getJob(cursor, root);
  const place = getPlace(cursor, job);
  const value = place === 'script' ? getScriptWord(placement) : { range: cursor.node.range, variable: cursor.key ?? '' };
  const login = job === undefined ? undefined : findLogin(job, root);
  const env = place === 'job' ? getEnv(placement) : undefined;
  const refusal = getRefusal(placement, { job, place, login, hasWord: value !== undefined });
  return {
    carrier: 'github',
    place: place ?? 'value',
    range: value?.range ?? cursor.node.range,
    variable: value?.variable ?? '',
    needsQuotes: isInFlow(cursor) && cursor.node.style === 'plain',
    ...(env === undefined ? {} : { env }),
    ...(login === undefined || typeof login === 'string' ? {} : { login: { range: login.step.range, ...(login.region === undefined ? {} : { region: login.region }) } }),
    ids: job === undefined ? [] : getSteps(job).map((step) => getText(getValue(step, 'id')) ?? ''),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

const isWorkflow = (path: string, root: Tree): boolean =>
  (/(?:^|\/)\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/iu.test(path) && getEntry(root, 'jobs') !== undefined) ||
  (/(?:^|\/)action\.ya?ml$/iu.test(path) && getValue(root, 'runs')?.kind === 'map');

/** Undefined where nothing can be filled in when the job runs. */
function getPlace(cursor: Cursor, job: Job | undefined): GithubSite['place'] | undefined {
  const keys = getKeys(cursor).join('/');
  if (job === undefined) return undefined;
  if (/^(?:jobs\/[^/]+\/)?env\/[^/]+$/u.test(keys)) return 'job';
  if (/^(?:jobs\/[^/]+|runs)\/steps\/(?:env|with)\/[^/]+$/u.test(keys)) return 'value';
  return /^(?:jobs\/[^/]+|runs)\/steps\/run$/u.test(keys) ? 'script' : undefined;
}

function getEnv({ cursor, isFound }: Placement): GithubSite['env'] {
  const map = cursor.parent;
  const entry = getEntry(map?.parent?.node, 'env');
  if (!isCursorOn(map, 'map') || entry === undefined) return undefined;
  const { entries } = map.node satisfies MapTree;
  return {
    keyRange: entry.keyRange,
    entries: entries.map(({ keyRange, value }) => ({ range: [keyRange[0], value.range[1]], isSecret: isFound(value) })),
    index: entries.findIndex(({ value }) => value === cursor.node),
  };
}

interface Found {
  readonly job: Job | undefined;
  readonly place: GithubSite['place'] | undefined;
  readonly login: ReturnType<typeof findLogin> | undefined;
  readonly hasWord: boolean;
}

function getRefusal({ cursor, isWhole, match, file }: Placement, { job, place, login, hasWord }: Found): string | undefined {
  if (place === undefined || job === undefined) return getAdvice(getKeys(cursor));
  if (place === 'script' ? !hasWord : !isWhole && !match.isUrlPassword && !match.isWholeValue) return 'The secret is only a part of the value: read it from Parameter Store in a step of its own, mask it, and pass it in a variable.';
  if (login === undefined) return signIn;
  if (typeof login === 'string') return login;
  const step = getStep(cursor);
  const steps = getSteps(job);
  const own = step === undefined ? -1 : steps.indexOf(step.node);
  if (place !== 'job' && own <= login.index) return own === login.index ? 'These credentials are what Parameter Store is read with: sign in with a role (role-to-assume) and delete them.' : `The step runs before the job signs in to AWS: move aws-actions/configure-aws-credentials before it.`;
  if (place === 'script' && getEntry(getValue(step?.node, 'env'), cursor.key ?? '') !== undefined) return 'The step sets the same variable itself: delete it there.';
  if (place !== 'job') return undefined;
  if (!/^[A-Za-z_]\w{0,200}$/u.test(cursor.key ?? '')) return 'No step can set a variable of this name: give it one of letters, digits and underscores.';
  if (isInFlow(cursor)) return 'Write "env" in lines of its own, so that the variable can be taken out.';
  return isUsedBefore(cursor, steps.slice(0, login.index + 1), file.text) ? 'A step before the one that signs in to AWS uses the variable: sign in first.' : undefined;
}

const signIn =
  'Nothing signs in to AWS here: give the job "permissions: id-token: write" and a step of aws-actions/configure-aws-credentials with role-to-assume, then the value can be read from Parameter Store after it.';

function getAdvice(keys: readonly string[]): string {
  const path = keys.join('/');
  if (/^env\//u.test(path)) return 'Several jobs share this variable: move it to the job that needs it, where it can be read from Parameter Store.';
  if (/\/(?:services|container)\//u.test(`/${path}/`)) return 'A service starts before any step can read a parameter: make a value up for each run, or start it in a step ("docker run") after the value was read.';
  return 'No step can fill this in: read the value from Parameter Store in a step after aws-actions/configure-aws-credentials, and mask it with ::add-mask:: before it goes on.';
}

function getStep(cursor: Cursor): Cursor | undefined {
  for (let at: Cursor | undefined = cursor; at !== undefined; at = at.parent) if (at.parent?.key === 'steps') return at;
  return undefined;
}

function isUsedBefore({ key = '' }: Cursor<ScalarTree>, steps: readonly Tree[], text: string): boolean {
  const word = new RegExp(`(?<![\\w-])${key.replace(/[^\w]/gu, String.raw`\$&`)}(?![\\w-])`, 'u');
  return steps.some(({ range }) => word.test(text.slice(...range)));
}
