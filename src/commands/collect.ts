import type { Config } from '../core/config.ts';
import { hash } from '../core/hash.ts';
import type { Unread } from '../core/problem.ts';
import { isInShard, type ShardFacts } from '../core/shard.ts';
import { isBelow } from '../grants/beside.ts';
import type { GrantFile } from '../grants/view.ts';
import { say } from '../io/terminal.ts';
import { isFolder, listFiles } from '../io/work-tree.ts';
import type { ScannedFile } from '../pipeline.ts';
import { addAll, noteNested, startCollecting } from './collecting.ts';
import type { FileNote } from './gather-notes.ts';
import type { Options } from './options.ts';
import type { Surroundings } from './shard.ts';
import { sweep } from './sweep/sweep.ts';
import { identifyBuild, recallTree } from './tree-memory.ts';

/** What a run read. */
export interface Collection {
  /** Only files with problems, references, grants or comments for paramguard. */
  readonly files: readonly ScannedFile[];
  /** Where else parameters seem to be read, for what is said about grants. */
  readonly mentions: readonly GrantFile[];
  /** Whether all files below a folder were looked at. */
  isWhole(folder: string): boolean;
  /** The user has ended the run before all was looked at. */
  readonly isCut?: boolean;
  /** What the paths are relative to, where it is not the folder of the run. */
  readonly root?: string;
  /** Whether one of these lines is what the run is about; without it all are. */
  isNew?(path: string, first: number, last: number): boolean;
  /** With `--shard`. */
  readonly shard?: CollectedShard;
  readonly unread: readonly (Unread & { readonly path: string })[];
  /** Worth a line, and no failure. */
  readonly notes: readonly FileNote[];
  /** Folders of others or of builds, with a slash at the end. */
  readonly skipped: readonly string[];
  readonly fileCount: number;
  readonly byteCount: number;
}

interface CollectedShard {
  readonly run: Pick<ShardFacts, 'files' | 'config' | 'options'>;
  readonly surroundings: Surroundings;
}

/** Scans the work tree below `paths`. */
export async function collectWorkTree(root: string, options: Options, config: Config): Promise<Collection> {
  const { paths, treeLimit: sizeLimit, patience, jobs, isSkipping, isRemembering, isVerbose, config: configFile, shard } = options;
  const now = Date.now();
  const isOwn = (path: string): boolean => shard === undefined || isInShard(shard, path);
  const tops = paths.length === 0 ? ['.'] : paths;
  const collecting = startCollecting(
    (folder) => tops.some((top) => isBelow(folder, toFolder(top))),
    (path) => isFolder(root, path),
  );
  const listing = await listFiles(root, tops, isSkipping ? config : { ...config, skipFolders: 'off' });
  collecting.unread.push(...listing.unread.filter(({ path }) => isOwn(path)));
  collecting.skipped.push(...listing.skipped);
  for (const path of listing.nested.filter(isOwn)) noteNested(collecting, path);
  const own = listing.paths.filter(isOwn);
  const memory = isRemembering ? recallTree({ root, paths: own, isWhole: shard === undefined && tops.every((top) => toFolder(top) === ''), config, sizeLimit, now, build: identifyBuild() }) : undefined;
  const { rest } = memory ?? { rest: own };
  const swept = await sweep({ root, paths: rest, config, configFile, sizeLimit, patience, jobs, isPartialFine: options.command === 'scan', isStamped: memory !== undefined });
  addAll(collecting, { files: memory?.join(swept.files) ?? swept.files, ...(swept.cutAt === undefined ? {} : { cutAt: swept.cutAt + own.length - rest.length }) }, own.length);
  if (isVerbose && rest.length < own.length) say(`${String(own.length - rest.length)} of ${String(own.length)} files were clean in a run before and are as they were; --no-cache reads them again`);
  const failure = memory?.keep();
  if (failure !== undefined && (isVerbose || failure.isFull)) say(failure.line);
  const cut = swept.cutAt === undefined ? {} : { isCut: true, isWhole: () => false };
  if (shard === undefined) return { ...collecting, ...cut };
  const { identifyRun, readSurroundings } = await import('./shard.ts');
  const surroundings = await readSurroundings(swept.cutAt === undefined ? collecting.files : [], listing.paths.filter((path) => !isOwn(path)), root, options, config);
  return { ...collecting, ...cut, shard: { run: identifyRun(hash(JSON.stringify([listing.paths, listing.skipped])), options, config), surroundings } };
}

/** `./src/` is the folder `src`, and `.` the root. */
const toFolder = (path: string): string => path.replaceAll('\\', '/').replace(/^(?:\.\/)+|(?<!\/)\/+$|^\.$/gu, '');
