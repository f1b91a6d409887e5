import { listenForInterruption } from '../../io/interruption.ts';
import { createProgressLine } from '../sweep/progress.ts';

/** What a person sees of a long run, and how it is ended. */
export interface Watch {
  /** Aborted by Ctrl-C: what reads or waits ends at once. */
  readonly signal: AbortSignal;
  /** Lets signals in and shows how far the work is, now and then; asks only when there is something to show. */
  breathe(describe: (elapsed: number) => string): Promise<void>;
  isCut(): boolean;
  dismiss(): void;
}

/** Milliseconds for which nothing else is heard, such as the answer of `git log`. */
const turn = 4;

export function watchHistory(): Watch {
  const begin = performance.now();
  const controller = new AbortController();
  const interruption = listenForInterruption(() => controller.abort());
  let turned = begin;
  const line = createProgressLine(begin);
  return {
    signal: controller.signal,
    async breathe(describe) {
      if (performance.now() - turned < turn) return;
      await new Promise((resolve) => setImmediate(resolve));
      turned = performance.now();
      line.show(turned, describe);
    },
    isCut: () => interruption.isAsked(),
    dismiss() {
      interruption.stopListening();
      line.clear();
    },
  };
}
