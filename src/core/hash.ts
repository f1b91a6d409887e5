/** 64-bit FNV-1a over UTF-16 units, as 16 hex digits (Fowler, Noll, Vo: RFC 9923). For identity, not for secrecy. */
export function hash(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let index = 0; index < text.length; index++) {
    low = (low ^ text.charCodeAt(index)) >>> 0;
    // times 2^40 + 0x1b3, in two 32-bit halves
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** What tells values apart, as text: expressions by what they are made of; functions do not count. */
export const serialize = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => (part instanceof RegExp ? String(part) : part));
