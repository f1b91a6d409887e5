import { isTextAt } from '../core/text-in-bytes.ts';

/**
 * Whether `mayTakeSecretAt` could find something around a place, told by the bytes of the text alone: most marks of what takes a secret are
 * words of other meanings. True says nothing yet.
 */
export function mayBeTakenInBytes(bytes: Uint8Array, index: number, length: number): boolean {
  const from = Math.max(0, index - before);
  const to = Math.min(length, index + behind);
  for (let at = from; at < to; at++) {
    switch (marks[bytes[at] ?? 0]) {
      case quote:
        if (isHeader(bytes, at + 1)) return true;
        break;
      case open:
        if (isLogin(bytes, at) || isCalled(bytes, from, at)) return true;
        break;
      case colon:
        if (isOption(bytes, from, at)) return true;
        break;
      case largeS:
        if (isTextAt('SecureString', bytes, at)) return true;
        break;
      default:
    }
  }
  return false;
}

/** What the text test takes of the text. */
const before = 24;
const behind = 150;

const quote = 34;
const open = 40;
const colon = 58;
const less = 60;
const greater = 62;
const largeS = 83;

const marks = new Uint8Array(256);
for (const mark of [open, colon, largeS]) marks[mark] = mark;
for (const mark of [quote, 39, 96]) marks[mark] = quote;

/** A word such as `Bearer`, a space, and what may be a credential. */
function isHeader(bytes: Uint8Array, start: number): boolean {
  const first = bytes[start];
  if (first !== 66 && first !== 84 && first !== 116 && first !== 65) return false;
  let at = start + 1;
  while (at < start + 7 && isLetter(bytes[at])) at++;
  const size = at - start;
  if (bytes[at] !== 32 || (size !== 3 && size !== 5 && size !== 6)) return false;
  while (bytes[at] === 32) at++;
  for (const end = at + 12; at < end; at++) if (credentialBytes[bytes[at] ?? 0] !== 1) return false;
  return true;
}

/** The first argument of a call with such a name is a literal. */
function isLogin(bytes: Uint8Array, bracket: number): boolean {
  let at = bracket + 1;
  while (at <= bracket + 20 && isBlank(bytes[at])) at++;
  return marks[bytes[at] ?? 0] === quote && logins.some((ending) => isTextAt(ending, bytes, bracket - ending.length));
}

const logins = ['in', 'In', 'uthenticate', 'Password', '_password', 'hash', 'compare', 'Sync'];

/** A whole name; between it and the bracket may stand a type. */
function isCalled(bytes: Uint8Array, from: number, bracket: number): boolean {
  let at = bracket - 1;
  while (at >= from && bracket - at <= 8 && isBlank(bytes[at])) at--;
  if (isTaker(bytes, from, at + 1)) return true;
  if (bytes[at] !== greater) return false;
  for (const last = Math.max(from, at - 81); --at >= last && bytes[at] !== open && bytes[at] !== open + 1; ) if (bytes[at] === less && isTaker(bytes, from, at)) return true;
  return false;
}

function isTaker(bytes: Uint8Array, from: number, end: number): boolean {
  let start = end;
  while (start > from && wordBytes[bytes[start - 1] ?? 0] === 1) start--;
  const words = takers.get(bytes[start] ?? 0);
  return words?.some((word) => (word.length === end - start || word === 'Hmac') && isTextAt(word, bytes, start)) ?? false;
}

/** By their first bytes. Of `Hmac` the rest is a number. */
const takers = new Map<number, string[]>();
for (const word of 'createHmac createCipheriv createDecipheriv sign verify Hmac encrypt decrypt stripe Stripe twilio Twilio cookieParser scrypt scryptSync pbkdf2 pbkdf2Sync Sequelize fromPassword Credentials unsafePlainText'.split(' '))
  takers.set(word.charCodeAt(0), [...(takers.get(word.charCodeAt(0)) ?? []), word]);

/** `keys:`, `'auth' :`, `secretOrKey:`. */
function isOption(bytes: Uint8Array, from: number, at: number): boolean {
  let end = at;
  while (end > from && at - end < 20 && isBlank(bytes[end - 1])) end--;
  for (let marked = 0; marked < 2 && end > from && (marks[bytes[end - 1] ?? 0] === quote || bytes[end - 1] === 93); marked++) end--;
  if (isTextAt('Key', bytes, end - 3)) return isTextAt('Or', bytes, end - 5) || isTextAt('Private', bytes, end - 10) || isTextAt('Public', bytes, end - 9);
  return (isTextAt('keys', bytes, end - 4) || isTextAt('auth', bytes, end - 4)) && (end - 4 <= from || wordBytes[bytes[end - 5] ?? 0] !== 1);
}

const isLetter = (byte = 0): boolean => (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
/** Bytes of a longer character may be one. */
const isBlank = (byte = 0): boolean => byte === 32 || (byte >= 9 && byte <= 13) || byte === 160;

const createTable = (characters: string): Uint8Array => {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
};

const word = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const wordBytes = createTable(word);
const credentialBytes = createTable(`${word}.~+/=-`);
