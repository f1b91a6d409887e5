import { isWatched, showStatus } from '../../io/terminal.ts';

/** A line on the terminal of a person who waits; nothing where nobody does. */
export interface ProgressLine {
  /** Asks how far the work is only when there is something to show. */
  show(now: number, describe: (elapsed: number) => string): void;
  clear(): void;
}

/** Work of less than this, and steps closer than that, are not shown; milliseconds. */
const leastWork = 1000;
const leastStep = 100;

export function createProgressLine(begin: number): ProgressLine {
  const isShown = isWatched();
  let last = 0;
  return {
    show(now, describe) {
      if (!isShown || now - begin < leastWork || now - last < leastStep) return;
      last = now;
      showStatus(describe(now - begin));
    },
    clear() {
      if (last > 0) showStatus('');
      last = 0;
    },
  };
}
