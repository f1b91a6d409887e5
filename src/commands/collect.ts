import type { Config } from '../core/config.ts';
import type { Unread } from '../core/problem.ts';
import { isInShard, type ShardFacts } from '../core/shard.ts';
import { isBelow } from '../grants/beside.ts';
import type { GrantFile } from '../grants/view.ts';
import { readBlobs } from '../io/git-blobs.ts';
import { describeTooLarge } from '../io/read-file.ts';
import { createIgnore, listFiles } from '../io/work-tree.ts';
import { scanBytes, type ScannedFile } from '../pipeline.ts';
import type { Options } from './options.ts';
import type { Surroundings } from './shard.ts';
import type { GitListing } from './start-staged.ts';
import { judge, type Examined, type Reading } from './sweep/examine.ts';
import { sweep } from './sweep/sweep.ts';

/** What a run read. */
export interface Collection {
  /** Only files with problems, references, grants or comments for paramguard. */
  readonly files: readonly ScannedFile[];
  /** Where else parameters seem to be read, for what is said about grants. */
  readonly mentions: readonly GrantFile[];
  /** Whether all files below a folder were looked at. */
  isWhole(folder: string): boolean;
  /** With `--shard`. */
  readonly shard?: CollectedShard;
  readonly unread: readonly (Unread & { readonly path: string })[];
  /** Worth a line, and no failure. */
  readonly notes: readonly string[];
  /** Folders of others or of builds, with a slash at the end. */
  readonly skipped: readonly string[];
  readonly fileCount: number;
  readonly byteCount: number;
}

interface CollectedShard {
  readonly run: Pick<ShardFacts, 'files' | 'config' | 'options'>;
  readonly surroundings: Surroundings;
}

interface Collecting {
  readonly files: ScannedFile[];
  readonly mentions: GrantFile[];
  isWhole(folder: string): boolean;
  readonly unread: (Unread & { path: string })[];
  readonly notes: string[];
  readonly skipped: string[];
  fileCount: number;
  byteCount: number;
}

const start = (isWhole: Collecting['isWhole']): Collecting => ({ isWhole, files: [], mentions: [], unread: [], notes: [], skipped: [], fileCount: 0, byteCount: 0 });

/** Scans the work tree below `paths`. */
export async function collectWorkTree(root: string, options: Options, config: Config): Promise<Collection> {
  const { paths, sizeLimit, jobs, isSkipping, config: configFile, shard } = options;
  const isOwn = (path: string): boolean => shard === undefined || isInShard(shard, path);
  const tops = paths.length === 0 ? ['.'] : paths;
  const collecting = start((folder) => tops.some((top) => isBelow(folder, toFolder(top))));
  const listing = await listFiles(root, tops, isSkipping ? config : { ...config, skipFolders: 'off' });
  collecting.unread.push(...listing.unread.filter(({ path }) => isOwn(path)));
  collecting.skipped.push(...listing.skipped);
  const own = listing.paths.filter(isOwn);
  for (const [path, examined] of await sweep({ root, paths: own, config, configFile, sizeLimit, jobs })) add(collecting, path, examined);
  if (shard === undefined) return collecting;
  const { identifyRun, readSurroundings } = await import('./shard.ts');
  const surroundings = await readSurroundings(collecting.files, listing.paths.filter((path) => !isOwn(path)), root, options, config);
  return { ...collecting, shard: { run: identifyRun(listing, options, config), surroundings } };
}

/** Scans what git holds, such as in its index. */
export async function collectBlobs({ root, entries }: GitListing, config: Config, sizeLimit: number): Promise<Collection> {
  // what was not changed is not seen
  const collecting = start(() => false);
  const isIgnored = await createIgnore(config.ignore);
  const wanted = (await entries).filter(({ path }) => !isIgnored(path));
  const examined: Examined[] = [];
  for await (const [index, content] of readBlobs(root, wanted, sizeLimit)) examined[index] = typeof content === 'string' ? describeMissing(content, sizeLimit) : judge(await scanBytes(root, wanted[index]?.path ?? '', content, config), content);
  for (const [index, { path }] of wanted.entries()) add(collecting, path, examined[index] ?? describeMissing('missing', sizeLimit));
  return collecting;
}

const describeMissing = (why: 'missing' | 'too large', sizeLimit: number): Examined => ({ state: 'unread', reason: why === 'missing' ? 'git cannot read it; "git fsck" tells what is wrong' : describeTooLarge(undefined, sizeLimit) });

function add(collecting: Collecting, path: string, examined: Examined): void {
  if (examined.state === 'skipped') return;
  if (examined.state === 'unread') return void collecting.unread.push({ path, reason: examined.reason });
  collecting.fileCount++;
  collecting.byteCount += examined.byteCount;
  const note = describeReading(path, examined.reading);
  if (note !== undefined) collecting.notes.push(note);
  if (examined.state === 'seen') keep(collecting, path, examined.file);
}

function keep(collecting: Collecting, path: string, file: ScannedFile): void {
  collecting.unread.push(...file.unread.map((unread) => ({ path, ...unread })));
  if (file.source.text.includes('paramguard-') || file.problems.length > 0 || file.references.length > 0 || file.declared.length > 0 || file.grants.length > 0) collecting.files.push(file);
  else if (file.mentions.length > 0) collecting.mentions.push({ path, text: '', grants: [], references: [], mentions: file.mentions });
}

/** `./src/` is the folder `src`, and `.` the root. */
const toFolder = (path: string): string => path.replaceAll('\\', '/').replace(/^(?:\.\/)+|(?<!\/)\/+$|^\.$/gu, '');

function describeReading(path: string, reading: Reading): string | undefined {
  if (reading === 'binary') return isMedia(path) ? undefined : `${path}: binary; searched for token formats only`;
  if (reading === 'latin1') return `${path}: not valid UTF-8; read byte by byte, save it as UTF-8 to have it fixed`;
  if (reading === 'broken') return `${path}: UTF-8 with broken characters; save it anew to have it fixed`;
  return undefined;
}

/** Binary by nature: not worth a line each. */
const isMedia = (path: string): boolean =>
  /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|psd|woff2?|ttf|otf|eot|mp[34]|m4[av]|mov|avi|webm|ogg|wav|flac|zip|gz|tgz|bz2|xz|7z|jar|war|pdf|wasm|so|dll|dylib|exe|class|pyc|o|a|node|bin|dat|db|sqlite3?|parquet|onnx|pt)$/iu.test(path);
