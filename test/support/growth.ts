/**
 * Whether work on twice the input takes far more than twice the time. Sizes grow until the time can be told from noise; what looks so once is
 * measured again, and counts where the best of three runs shows it three times over. No time by itself means anything on a shared machine.
 * What counts is the time that the processor worked, since other programs stop a long run and leave a short one alone, or the time that went by
 * where that is less: threads of V8 that tidy up or compile beside the work are none of it.
 */
export function growsTooFast(work: (size: number) => void, { from, to }: { readonly from: number; readonly to: number }): boolean {
  work(from);
  let size = from;
  let time = getTime(work, size);
  while (size < to) {
    const next = Math.min(size * 8, to);
    const longer = getTime(work, next);
    if (longer > noise && longer / Math.max(time, floor) > getLimit(next / size) && isConfirmed(work, size, next)) return true;
    // so long a run was no accident, and it was not too long
    if (longer > plenty) return false;
    [size, time] = [next, longer];
  }
  return false;
}

/** Milliseconds. Less than this tells nothing. */
const noise = 8;
const floor = 0.25;
const plenty = 100;

/** Three times as long for twice as much. */
const getLimit = (factor: number): number => 3 ** Math.log2(factor);

const isConfirmed = (work: (size: number) => void, size: number, next: number): boolean =>
  [1, 2, 3].every(() => getBest(work, next) / Math.max(getBest(work, size), floor) > getLimit(next / size));

/**
 * Whether work takes the square of its input, for what is known to. The bests of three runs of two sizes far apart are compared, so that neither a
 * first run nor a neighbour on the machine hides it: nearer to the square of their factor than to the factor. One time in five is enough.
 */
export function isSquare(work: (size: number) => void, { from, to }: { readonly from: number; readonly to: number }): boolean {
  work(from);
  return [1, 2, 3, 4, 5].some(() => getBest(work, to) / getBest(work, from) > getLimit(to / from));
}

const getBest = (work: (size: number) => void, size: number): number => Math.min(getTime(work, size), getTime(work, size), getTime(work, size));

function getTime(work: (size: number) => void, size: number): number {
  const begin = performance.now();
  const start = process.cpuUsage();
  work(size);
  const { user, system } = process.cpuUsage(start);
  return Math.min((user + system) / 1000, performance.now() - begin);
}
