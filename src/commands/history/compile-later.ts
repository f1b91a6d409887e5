import { setFlag } from '../v8-flags.ts';

/**
 * From now on a function is optimized when it has run three times as much as usual: a history calls thousands of functions some times each,
 * and what compiles them takes the time of another thread.
 */
export const compileLater = (): void => setFlag('--interrupt-budget', 400_000);
