import type { ResourceLimits } from 'node:worker_threads';
import { setFlagsFromString } from 'node:v8';

/** Of a thread beside the main one. What takes more than this ends it, and is said. */
export const threadLimits: ResourceLimits = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 512 };

/** From now on memory is tidied up when it has grown by half, and not when it has doubled or more: for runs that are long enough to notice. */
export const beThrifty = (): void => setFlagsFromString('--heap-growing-percent=50');
