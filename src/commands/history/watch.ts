import { listenForInterruption } from '../../io/interruption.ts';
import { isWatched, showStatus } from '../../io/terminal.ts';

/** What a person sees of a long run, and how it is ended. */
export interface Watch {
  /** Aborted by Ctrl-C: what reads or waits ends at once. */
  readonly signal: AbortSignal;
  /** Lets signals in and shows how far the work is, now and then; asks only when there is something to show. */
  breathe(describe: (elapsed: number) => string): Promise<void>;
  isCut(): boolean;
  dismiss(): void;
}

/** Milliseconds: work of less than the first is not shown; steps; and how long nothing else is heard, such as the answer of `git log`. */
const leastWork = 1000;
const leastStep = 100;
const turn = 4;

export function watchHistory(): Watch {
  const begin = performance.now();
  const isShown = isWatched();
  const controller = new AbortController();
  const interruption = listenForInterruption(() => controller.abort());
  let turned = begin;
  let shown = begin + leastWork - leastStep;
  let hasLine = false;
  return {
    signal: controller.signal,
    async breathe(describe) {
      if (performance.now() - turned < turn) return;
      await new Promise((resolve) => setImmediate(resolve));
      turned = performance.now();
      if (!isShown || turned - shown < leastStep) return;
      shown = turned;
      hasLine = true;
      showStatus(describe(turned - begin));
    },
    isCut: () => interruption.isAsked(),
    dismiss() {
      interruption.stopListening();
      if (hasLine) showStatus('');
    },
  };
}
