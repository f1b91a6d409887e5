/** Whether arguments follow the mark of a call. */
export function isOpenedInBytes(bytes: Uint8Array, index: number, length: number): boolean {
  let at = index + length;
  if (bytes[at - 1] === parenthesis) return true;
  const nameLimit = at + 20;
  while (at < nameLimit && isCallByte(bytes[at] ?? 0)) at++;
  const limit = at + 4;
  while (at < limit && (bytes[at] === 32 || bytes[at] === 9)) at++;
  return bytes[at] === parenthesis;
}

const parenthesis = 40;

/** Letters, digits, `_` and `.`. */
const isCallByte = (byte: number): boolean => (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) || byte === 95 || byte === 46;

/** `.type` and `setValue` have a bracket behind them, or the rest of a longer name; other marks are quoted. */
export function isTyped(bytes: Uint8Array, index: number, markLength: number): boolean {
  const first = (bytes[index] ?? 0) | 32;
  if (first !== 46 && first !== 115) return true;
  for (let at = index + markLength; at < index + markLength + 4; at++) if (bytes[at] === 40) return true;
  return false;
}
