import type { ResourceLimits } from 'node:worker_threads';
import { setFlag } from '../v8-flags.ts';

/** Of a thread beside the main one. What takes more than this ends it, and is said. */
export const threadLimits: ResourceLimits = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 512 };

/**
 * For runs that are long enough to notice. Memory is tidied up when it has grown by half, and not when it has doubled or more. V8 compiles beside
 * us, on the cores that the other threads need: less of it, and less of what calls what in one piece, saves more there than it costs here.
 * What was compiled by the build is not accepted after that, so that most is loaded before.
 */
export function beThrifty({ isAlone }: { readonly isAlone: boolean }): void {
  setFlag('--heap-growing-percent', 50);
  setFlag('--max-inlined-bytecode-size-cumulative', 200);
  setFlag('--interrupt-budget', isAlone ? 200_000 : 400_000);
}
