import { isRandom } from './randomness.ts';

/** An identifier of a program may have the length of a token; a machine's token has digits and looks drawn by lot. */
export const isMachineMade = (value: string): boolean => /\d/u.test(value) && isRandom(value);
