import type { Unread } from '../core/problem.ts';
import type { GrantFile } from '../grants/view.ts';
import type { ScannedFile } from '../pipeline.ts';
import type { Collection } from './collect.ts';
import type { FileNote } from './gather-notes.ts';
import type { Examined, Reading } from './sweep/examine.ts';
import type { Swept } from './sweep/sweep.ts';

/** A collection that is being put together, file by file, in the order in which they are reported. */
export interface Collecting {
  readonly files: ScannedFile[];
  readonly mentions: GrantFile[];
  readonly isWhole: Collection['isWhole'];
  /** Of a path that git lists: only submodules are. */
  isFolder(path: string): boolean;
  readonly unread: (Unread & { path: string })[];
  readonly notes: FileNote[];
  readonly skipped: string[];
  fileCount: number;
  byteCount: number;
}

export const startCollecting = (isWhole: Collecting['isWhole'], isFolder: Collecting['isFolder'] = () => false): Collecting => ({ isWhole, isFolder, files: [], mentions: [], unread: [], notes: [], skipped: [], fileCount: 0, byteCount: 0 });

/** Of `count` files. That the run was cut short is one more thing that was not looked at. */
export function addAll(collecting: Collecting, { files, cutAt }: Swept, count: number): void {
  for (const [path, examined] of files) add(collecting, path, examined);
  if (cutAt !== undefined) collecting.unread.push({ path: '.', reason: `the run was cut short: ${String(cutAt)} of ${String(count)} files were looked at` });
}

export function add(collecting: Collecting, path: string, examined: Examined): void {
  if (examined.state === 'skipped' && collecting.isFolder(path)) noteNested(collecting, path);
  if (examined.state === 'skipped' || examined.state === 'deferred') return;
  if (examined.state === 'unread') return void collecting.unread.push({ path, reason: examined.reason });
  collecting.fileCount++;
  collecting.byteCount += examined.byteCount;
  const text = describeReading(path, examined.reading);
  if (text !== undefined) collecting.notes.push({ path, text });
  if (examined.state === 'seen') keep(collecting, path, examined.file);
}

/** Git lists none of its files. */
export const noteNested = ({ notes }: Pick<Collecting, 'notes'>, path: string): void => void notes.push({ path, text: 'a repository of its own, which is not looked at; scan it by itself' });

function keep(collecting: Collecting, path: string, file: ScannedFile): void {
  collecting.unread.push(...file.unread.map((unread) => ({ path, ...unread })));
  if (file.source.text.includes('paramguard-') || file.problems.length > 0 || file.references.length > 0 || file.declared.length > 0 || file.grants.length > 0) collecting.files.push(file);
  else if (file.mentions.length > 0) collecting.mentions.push({ path, text: '', grants: [], references: [], mentions: file.mentions });
}

function describeReading(path: string, reading: Reading): string | undefined {
  if (reading === 'binary') return isMedia(path) ? undefined : 'binary; searched for token formats only';
  if (reading === 'latin1') return 'not valid UTF-8; read byte by byte, save it as UTF-8 to have it fixed';
  if (reading === 'broken') return 'UTF-8 with broken characters; save it anew to have it fixed';
  return undefined;
}

/** Binary by nature: not worth a line each. */
const isMedia = (path: string): boolean =>
  /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|psd|woff2?|ttf|otf|eot|mp[34]|m4[av]|mov|avi|webm|ogg|wav|flac|zip|gz|tgz|bz2|xz|7z|jar|war|pdf|wasm|so|dll|dylib|exe|class|pyc|o|a|node|bin|dat|db|sqlite3?|parquet|onnx|pt)$/iu.test(path);
