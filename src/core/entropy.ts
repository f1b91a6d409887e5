/** Shannon's entropy in bits for each character (Shannon 1948); 0 for an empty text. */
export function getEntropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Capitals, small letters and digits: no hexadecimal digest, and no words. */
export const isMixed = (text: string): boolean => /[a-z]/u.test(text) && /[A-Z]/u.test(text) && /\d/u.test(text);
