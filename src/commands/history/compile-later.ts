import { setFlagsFromString } from 'node:v8';

/**
 * From now on a function is optimized when it has run three times as much as usual: a history calls thousands of functions some times each,
 * and what compiles them takes the time of another thread. Said to versions of Node whose V8 is known to take it.
 */
export function compileLater(): void {
  if (Number(process.versions.node.split('.')[0]) <= newestKnown) setFlagsFromString('--interrupt-budget=400000');
}

const newestKnown = 24;
