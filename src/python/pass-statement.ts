/** Whether a name that was met in the bytes of a program is the keyword `pass`: a statement of its own, which a password never is. */
export function isPassStatement(bytes: Uint8Array, start: number, end: number, length: number): boolean {
  if (end - start !== 4 || bytes[start] !== 112 || bytes[start + 1] !== 97 || bytes[start + 2] !== 115 || bytes[start + 3] !== 115) return false;
  let before = start - 1;
  while (before >= 0 && start - before < mostBlanks && isBlank(bytes[before])) before--;
  if (before >= 0 && !isEnd(bytes[before]) && bytes[before] !== colon) return false;
  let behind = end;
  while (behind < length && behind - end < mostBlanks && isBlank(bytes[behind])) behind++;
  return behind >= length || isEnd(bytes[behind]) || bytes[behind] === hash;
}

const mostBlanks = 100;
const colon = 58;
const hash = 35;

const isBlank = (byte = 0): boolean => byte === 32 || byte === 9;

/** Of a line, or of the statement before on it. */
const isEnd = (byte = 0): boolean => byte === 10 || byte === 13 || byte === 59;
