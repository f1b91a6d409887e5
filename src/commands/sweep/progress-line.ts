/** How far a run is. */
export interface Progress {
  readonly fileCount: number;
  readonly doneCount: number;
  readonly byteCount: number;
  /** Problems found so far, those that a comment allows among them. */
  readonly foundCount: number;
  /** Milliseconds. */
  readonly elapsed: number;
}

/** `[########            ] 41 %  2,431 of 5,906 files, 11 MB, 3 found, 12 s left`. */
export function describeProgress({ fileCount, doneCount, byteCount, foundCount, elapsed }: Progress): string {
  const share = fileCount === 0 ? 1 : Math.min(doneCount / fileCount, 1);
  return describeShare(share, `${group(doneCount)} of ${group(fileCount)} files, ${group(Math.round(byteCount / 1_048_576))} MB, ${group(foundCount)} found`, doneCount === 0 ? 0 : elapsed);
}

/** A bar, what was done, and what is left of the time at this pace. */
export function describeShare(part: number, done: string, elapsed: number): string {
  const share = Math.min(part, 1);
  const bar = '#'.repeat(Math.round(share * barLength)).padEnd(barLength);
  const left = share === 0 || elapsed === 0 ? '' : `, ${describeTime((elapsed * (1 - share)) / share)} left`;
  return `[${bar}] ${String(Math.floor(share * 100))} %  ${done}${left}`;
}

const barLength = 20;

/** Not `toLocaleString`: it takes its time, and depends on the machine. */
export const group = (count: number): string => String(count).replace(/(?<=\d)(?=(?:\d{3}){1,8}$)/gu, ',');

function describeTime(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 60 ? `${String(seconds)} s` : `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
}
