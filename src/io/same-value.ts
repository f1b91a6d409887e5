import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../core/secret.ts';

/** `line-break`: same but for line breaks at the end, which editors and `echo` add. */
export type Sameness = 'same' | 'line-break' | 'different';

/** Compares in constant time, by digests under a key that only this process has. */
export const compareValue = (secret: Secret, stored: string): Sameness =>
  secret.discloseTo((value) => {
    if (isSame(value, stored)) return 'same';
    return isSame(dropLineBreaks(value), dropLineBreaks(stored)) ? 'line-break' : 'different';
  });

const key = randomBytes(32);

const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const digest = (value: string): Buffer => createHmac('sha256', key).update(value).digest();

function dropLineBreaks(value: string): string {
  let end = value.length;
  while (end > 0 && (value.charCodeAt(end - 1) === 10 || value.charCodeAt(end - 1) === 13)) end--;
  return value.slice(0, end);
}
