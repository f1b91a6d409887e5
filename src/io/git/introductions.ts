import { spawn } from 'node:child_process';
import { safety } from '../git.ts';
import type { IdTable } from './id-table.ts';
import type { Repository } from './repository.ts';

/** Which commit brought which version of which file. Rows of equal length; a version may come in more than once. */
export interface Introductions {
  /** The ids of the versions are put into it. */
  readonly blobs: IdTable;
  readonly paths: readonly string[];
  readonly commits: readonly Commit[];
  readonly blobOf: readonly number[];
  readonly pathOf: readonly number[];
  readonly commitOf: readonly number[];
  /** Git could read all of it. */
  readonly isWhole: boolean;
}

export interface Commit {
  readonly id: string;
  /** Seconds since 1970: when it was made, and when its author wrote it. */
  readonly time: number;
  readonly authorTime: number;
  /** Counted from the newest: of two commits of one second the one that git lists later is the earlier one. */
  readonly order: number;
}

/** What part of the history is meant. */
export interface HistoryRange {
  /** As git takes them, such as `main..HEAD`; everything that is reachable from any ref where there is none. */
  readonly revisions: readonly string[];
  /** A date as git takes it. */
  readonly since?: string;
  /** Instead of revisions: what these commits lead to and those do not. */
  readonly between?: { readonly tips: readonly string[]; readonly known: readonly string[] };
}

/**
 * Asks `git log` once. A merge brings only what none of its parents has (combined diff). The repository's own configuration is
 * kept from hiding roots or folders and from starting programs.
 */
export async function readIntroductions({ folder }: Repository, { revisions, since, between }: HistoryRange, blobs: IdTable, signal: AbortSignal): Promise<Introductions> {
  const child = spawn(
    'git',
    ['--no-pager', ...safety, '-c', 'log.showRoot=true', '-c', 'log.showSignature=false', 'log', '--raw', '-O/dev/null', '-c', '-z', '--no-renames', '--no-abbrev', '--no-relative', '--no-ext-diff', '--no-textconv', '--no-mailmap', '--no-color', '--no-notes', '--no-decorate', '--ignore-submodules=all', '--format=%x01%H %ct %at', ...(since === undefined ? [] : [`--since=${since}`]), ...(between !== undefined ? ['--stdin'] : revisions.length === 0 ? ['--all'] : ['--end-of-options', ...revisions]), '--'],
    { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'], signal },
  );
  // git may end before it has read everything
  child.stdin.on('error', () => undefined);
  child.stdin.end(between === undefined ? '' : [...between.tips, ...between.known.map((tip) => `^${tip}`)].map((line) => `${line}\n`).join(''));
  const ended = new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (code) => resolve(code === 0));
  });
  const reading = startReading(blobs);
  for await (const chunk of child.stdout) reading.add(chunk as Buffer);
  return { ...reading.table, isWhole: await ended };
}

interface Reading {
  add(chunk: Buffer): void;
  readonly table: Omit<Introductions, 'isWhole'>;
}

/** Fields end with NUL: `SOH id time time` for a commit; a line of modes and ids, then a path, for each file (git-diff, raw output format). */
function startReading(blobs: IdTable): Reading {
  const table = { blobs, paths: [] as string[], commits: [] as Commit[], blobOf: [] as number[], pathOf: [] as number[], commitOf: [] as number[] };
  const numbers = new Map<string, number>();
  const id = new Uint8Array(blobs.length);
  let rest: Buffer = Buffer.alloc(0);
  /** The id of the file whose path comes next was put into `id`. */
  let awaited: 'nothing' | 'path' | 'path of a link' = 'nothing';

  const addPath = (bytes: Buffer): void => {
    const key = bytes.toString('latin1');
    const known = numbers.get(key) ?? table.paths.push(bytes.toString('utf8')) - 1;
    numbers.set(key, known);
    table.blobOf.push(blobs.add(id, 0));
    table.pathOf.push(known);
    table.commitOf.push(table.commits.length - 1);
  };
  const addField = (bytes: Buffer, start: number, end: number): void => {
    if (awaited !== 'nothing') {
      if (awaited === 'path') addPath(bytes.subarray(start, end));
      awaited = 'nothing';
    } else if (bytes[start] === 1) table.commits.push(toCommit(bytes.toString('latin1', start + 1, end), table.commits.length));
    else {
      const colon = bytes[start] === 10 ? start + 1 : start;
      if (bytes[colon] === 58) awaited = readMeta(bytes, colon, end, id) ? 'path' : 'path of a link';
    }
  };
  return {
    table,
    add(chunk) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let start = 0;
      for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
        addField(bytes, start, end);
        start = end + 1;
      }
      rest = bytes.subarray(start);
    },
  };
}

function toCommit(text: string, order: number): Commit {
  const [id = '', time, authorTime] = text.split(' ');
  return { id, time: Number(time), authorTime: Number(authorTime), order };
}

/**
 * `:mode mode id id status`, or with one more colon, mode and id for each further parent. The last mode and id are those of the
 * result. False for what is no regular file, such as a link, a submodule or a deletion.
 */
function readMeta(bytes: Buffer, start: number, end: number, id: Uint8Array): boolean {
  let parents = 0;
  while (bytes[start + parents] === 58) parents++;
  const mode = start + parents + parents * 7;
  // 100644 or 100755
  if (bytes[mode] !== 49 || bytes[mode + 1] !== 48) return false;
  const digits = id.length * 2;
  const at = mode + 7 + parents * (digits + 1);
  if (at + digits > end) return false;
  for (let index = 0; index < id.length; index++) id[index] = (toDigit(bytes[at + 2 * index] ?? 0) << 4) | toDigit(bytes[at + 2 * index + 1] ?? 0);
  return true;
}

const toDigit = (code: number): number => (code < 58 ? code - 48 : code - 87);
