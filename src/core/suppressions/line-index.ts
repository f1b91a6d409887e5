/** Lines, both included, counted from 1. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/** Entries that may speak of some lines: a file can have thousands that stand for one line each. */
export function createLineIndex<T extends Span>(entries: readonly T[]): (first: number, last: number) => readonly T[] {
  const short = new Map<number, T[]>();
  const long: T[] = [];
  for (const entry of entries) {
    if (entry.last - entry.first > mostLines) long.push(entry);
    else for (let line = entry.first; line <= entry.last; line++) add(short, line, entry);
  }
  return (first, last) => {
    const found: T[] = [];
    for (let line = first; line <= Math.min(last, first + mostLines); line++) found.push(...(short.get(line) ?? []));
    return [...found, ...long];
  };
}

/** A key in a file has some fifty. */
const mostLines = 500;

const add = <T>(map: Map<number, T[]>, line: number, entry: T): void => {
  const list = map.get(line);
  if (list === undefined) map.set(line, [entry]);
  else list.push(entry);
};
