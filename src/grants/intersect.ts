import { isGlobMatch } from '../iam/actions.ts';

/** Two longer ones are not compared: the work grows with the product of their lengths. */
const maxLength = 400;

/** Whether any text matches both patterns (`*` any run, `?` one character). */
export function mayIntersect(a: string, b: string): boolean {
  if (!isOpen(a)) return isGlobMatch(b, a);
  if (!isOpen(b)) return isGlobMatch(a, b);
  return a.length > maxLength || b.length > maxLength || intersect(a.toLowerCase(), b.toLowerCase());
}

const isOpen = (pattern: string): boolean => /[*?]/u.test(pattern);

/** `row[j]`: what is left of `a` from here and of `b` from `j` have a text in common. */
function intersect(a: string, b: string): boolean {
  let below = new Array<boolean>(b.length + 1).fill(false);
  for (let i = a.length; i >= 0; i--) {
    const row = new Array<boolean>(b.length + 1).fill(false);
    for (let j = b.length; j >= 0; j--) {
      if (i === a.length && j === b.length) row[j] = true;
      else if (a[i] === '*' || b[j] === '*') row[j] = (i < a.length && below[j] === true) || (j < b.length && row[j + 1] === true);
      else row[j] = i < a.length && j < b.length && (a[i] === '?' || b[j] === '?' || a[i] === b[j]) && below[j + 1] === true;
    }
    below = row;
  }
  return below[0] === true;
}
