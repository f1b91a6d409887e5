import type { Commit } from './introductions.ts';
import type { ObjectRoom } from './object-room.ts';
import { createQueue } from './queue.ts';

/** A commit, with the numbers of its tree and of its parents' trees. */
export interface PackedCommit {
  readonly commit: Commit;
  readonly tree: number;
  /** Places in the list of commits. */
  readonly parents: readonly number[];
}

/**
 * All that these commits lead to, in the order in which git lists it: the latest first, and of one second the one that was met first (git-log,
 * "Commit Ordering"). Undefined where an object is not in a pack or is unusual.
 */
export function* readPackedCommits(tips: readonly string[], room: ObjectRoom): Generator<undefined, readonly PackedCommit[] | undefined> {
  /** By number: 0 for one that was not met, else its place in the list and one, or `waiting`. */
  const seen = new Int32Array(room.count);
  const queue = createQueue<Waiting>();
  /** False for what cannot be read. */
  const meet = (number: number): boolean => {
    if (seen[number] !== 0) return number !== -1;
    seen[number] = waiting;
    const commit = readCommit(number, room);
    if (commit !== undefined) queue.push(commit, commit.time);
    return commit !== undefined;
  };
  if (!tips.every((tip) => meet(room.find(Buffer.from(tip, 'hex'), 0)))) return undefined;
  const listed: Waiting[] = [];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    seen[next.number] = listed.push(next);
    if (!next.parents.every(meet)) return undefined;
    if (listed.length % stride === 0) yield;
  }
  return listed.map(({ number, time, authorTime, tree, parents }, order) => ({ commit: { id: room.toHex(number), time, authorTime, order }, tree, parents: parents.map((parent) => (seen[parent] ?? 0) - 1) }));
}

const waiting = -1;

/** Commits from one look at the clock to the next. */
const stride = 500;

/** Objects by their numbers. */
interface Waiting {
  readonly number: number;
  readonly time: number;
  readonly authorTime: number;
  readonly tree: number;
  readonly parents: readonly number[];
}

/** `tree ID`, then `parent ID` for each, author and committer, as git writes them; one that is written otherwise is left to git. */
function readCommit(number: number, room: ObjectRoom): Waiting | undefined {
  const bytes = room.read(number);
  if (bytes === undefined || bytes.length < treeLine || bytes[0] !== letterT || !fillId(bytes, treeLine - 41)) return undefined;
  const tree = room.find(id, 0);
  const parents: number[] = [];
  let at = treeLine;
  for (; bytes[at] === letterP && parents.length < mostParents; at += parentLine) {
    if (at + parentLine > bytes.length || !fillId(bytes, at + parentLine - 41)) return undefined;
    parents.push(room.find(id, 0));
  }
  const end = bytes.indexOf(10, bytes.indexOf(10, at) + 1);
  const [, authorTime, time] = dates.exec(bytes.toString('latin1', at, Math.max(at, end))) ?? [];
  return time === undefined || tree === -1 ? undefined : { number, time: Number(time), authorTime: Number(authorTime), tree, parents };
}

const [letterT, letterP] = [116, 112];
const treeLine = 'tree '.length + 41;
const parentLine = 'parent '.length + 41;
const mostParents = 60;

const dates = /^author [^\n<>]{0,500}<[^\n<>]{0,500}> (\d{1,11}) [+-]\d{4}\ncommitter [^\n<>]{0,500}<[^\n<>]{0,500}> (\d{1,11}) [+-]\d{4}$/u;

const id = new Uint8Array(20);

/** Of 40 digits and a line feed. */
function fillId(bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < 20; index++) id[index] = ((digits[bytes[at + 2 * index] ?? 0] ?? 0) << 4) | (digits[bytes[at + 2 * index + 1] ?? 0] ?? 0);
  return bytes[at + 40] === 10;
}

const digits = Uint8Array.from({ length: 256 }, (_, code) => (code < 58 ? code - 48 : code - 87) & 15);
