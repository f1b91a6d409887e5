import { isGlobMatch } from '../iam/actions.ts';

/** Two longer ones are not compared: the work grows with the product of their lengths. */
const maxLength = 400;

/** Stands for a run without a slash: a part of a name that a program fills in. */
export const partOnly = '\u0001';

/** Whether any text matches both patterns (`*` any run, `?` one character). */
export function mayIntersect(a: string, b: string): boolean {
  if (!isOpen(a) && !b.includes(partOnly)) return isGlobMatch(b, a);
  if (!isOpen(b)) return isGlobMatch(a, b);
  return a.length > maxLength || b.length > maxLength || intersect(a.toLowerCase(), b.toLowerCase());
}

const isOpen = (pattern: string): boolean => /[*?]/u.test(pattern) || pattern.includes(partOnly);

/** `row[j]`: what is left of `a` from here and of `b` from `j` have a text in common. Only `b` has parts without a slash. */
function intersect(a: string, b: string): boolean {
  let below = new Array<boolean>(b.length + 1).fill(false);
  for (let i = a.length; i >= 0; i--) {
    const row = new Array<boolean>(b.length + 1).fill(false);
    for (let j = b.length; j >= 0; j--) {
      if (i === a.length && j === b.length) row[j] = true;
      else if (a[i] === '*' || b[j] === '*') row[j] = (i < a.length && below[j] === true) || (j < b.length && row[j + 1] === true);
      else if (b[j] === partOnly) row[j] = row[j + 1] === true || (i < a.length && a[i] !== '/' && below[j] === true);
      else row[j] = i < a.length && j < b.length && (a[i] === '?' || b[j] === '?' || a[i] === b[j]) && below[j + 1] === true;
    }
    below = row;
  }
  return below[0] === true;
}
