import type { Unread } from './problem.ts';

/** Findings of one file that are told: nobody reads a million of them, and a report of them is longer than a text can be. */
export const mostProblems = 10_000;

/** Said of a file with more. */
export const tooMany: Unread = { reason: 'more than 10,000 findings, of which only the first are listed; put it under "ignore" in the config if it is no file of the project, or mend those first' };
