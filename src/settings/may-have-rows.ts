import { words } from './path-words.ts';

/** Whether a row of `file-formats` may speak of a path. One expression for all of them would take ten milliseconds to be compiled. */
export function mayHaveRows(path: string): boolean {
  const lower = path.toLowerCase();
  return words.some((word) => lower.includes(word));
}
