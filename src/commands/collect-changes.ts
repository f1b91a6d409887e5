import type { Config } from '../core/config.ts';
import { isBelow } from '../grants/beside.ts';
import { readBlobs, type BlobEntry } from '../io/git-blobs.ts';
import { listBranch } from '../io/git-branch.ts';
import { listChanged } from '../io/git.ts';
import type { Lines } from '../io/hunks.ts';
import { describeTooLarge } from '../io/read-file.ts';
import { createIgnore, toRelative } from '../io/work-tree.ts';
import { scanBytes } from '../pipeline.ts';
import type { Collection } from './collect.ts';
import { add, addAll, startCollecting } from './collecting.ts';
import type { Options } from './options.ts';
import { findTop, type GitListing } from './start-git.ts';
import { judge, type Examined } from './sweep/examine.ts';
import { createGuard, isGuarded } from './sweep/guard.ts';
import { sweep } from './sweep/sweep.ts';

/** Scans what a commit made now would bring. */
export const collectStaged = async ({ root, entries }: GitListing, folder: string, options: Options, config: Config): Promise<Collection> =>
  collectBlobs({ root, entries: await entries }, await createTest(root, folder, options, config), options, config);

/** Scans what a branch adds: of the files that it changed, what stands on lines that it added or changed. */
export async function collectBranch(base: string, folder: string, options: Options, config: Config): Promise<Collection> {
  const root = findTop(folder, '--diff');
  const { entries, added } = await listBranch(root, base);
  const collection = await collectBlobs({ root, entries }, await createTest(root, folder, options, config), options, config);
  // git does not count lines that end in a lone CR
  const isCounted = new Set(collection.files.filter(({ source }) => !/\r(?!\n)/u.test(source.text)).map(({ source }) => source.path));
  const getAdded = (path: string): readonly Lines[] | undefined => (isCounted.has(path) ? added.get(path) : undefined);
  return { ...collection, isNew: (path, first, last) => getAdded(path)?.some(([from, to]) => first <= to && last >= from) ?? true };
}

/** Scans the files of the work tree that differ from the last commit, untracked ones too. */
export async function collectChanged(folder: string, options: Options, config: Config): Promise<Collection> {
  const root = findTop(folder, '--changed');
  const isWanted = await createTest(root, folder, options, config);
  const paths = (await listChanged(root)).filter(isWanted);
  const collecting = startCollecting(() => false);
  const swept = await sweep({ ...options, sizeLimit: options.treeLimit, root, paths, config, configFile: options.config, jobs: options.jobs, isPartialFine: true, isStamped: false });
  addAll(collecting, swept, paths.length);
  return { ...collecting, root, isCut: swept.cutAt !== undefined };
}

/** What the user named, if anything, and does not ignore. What was not changed is not seen. */
async function createTest(root: string, folder: string, { paths }: Options, { ignore }: Config): Promise<(path: string) => boolean> {
  const isIgnored = await createIgnore(ignore);
  const tops = paths.map((path) => toRelative(root, folder, path));
  return (path) => !isIgnored(path) && (tops.length === 0 || tops.some((top) => isBelow(path, top)));
}

async function collectBlobs({ root, entries }: { readonly root: string; readonly entries: readonly BlobEntry[] }, isWanted: (path: string) => boolean, options: Options, config: Config): Promise<Collection> {
  const collecting = startCollecting(() => false);
  const wanted = entries.filter(({ path }) => isWanted(path));
  const guard = createGuard({ ...options, root, config, configFile: options.config, isStamped: false });
  const examine = async (entry: BlobEntry, content: Uint8Array): Promise<Examined> =>
    (isGuarded(content.length) ? await guard.ask(entry) : undefined) ?? judge(await scanBytes(root, entry.path, content, config), content);
  const examined: Examined[] = [];
  for await (const [index, content] of readBlobs(root, wanted, options.sizeLimit)) {
    const entry = wanted[index];
    if (entry !== undefined) examined[index] = typeof content === 'string' ? describeMissing(content, options.sizeLimit) : await examine(entry, content);
  }
  for (const [index, { path }] of wanted.entries()) add(collecting, path, examined[index] ?? describeMissing('missing', options.sizeLimit));
  return { ...collecting, root };
}

const describeMissing = (why: 'missing' | 'too large', sizeLimit: number): Examined => ({ state: 'unread', reason: why === 'missing' ? 'git cannot read it; "git fsck" tells what is wrong' : describeTooLarge(undefined, sizeLimit) });
