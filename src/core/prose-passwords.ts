import type { Range } from './range.ts';

/** A password that a note or a document tells in words. */
export interface ToldPassword {
  readonly value: string;
  readonly range: Range;
  /** Set off from the words around it, as what is to be typed. */
  readonly isMarked: boolean;
}

/** ``the password is `x` ``, `password: x`, `Login: admin / x`. Without a mark of its own only what holds a digit is one. */
export function* findToldPasswords(text: string): Generator<ToldPassword> {
  for (const found of text.matchAll(told)) {
    const password = readTold(found);
    if (password !== undefined) yield password;
  }
}

/** Whether one is told by the name that stands from one place to another. */
export function isToldBy(text: string, [start, end]: Range): boolean {
  const word = toldWord.exec(text.slice(start, end));
  // a colon, an equals sign, a verb or emphasis follows the word
  if (word === null || !'* \t=:'.includes(text.charAt(end) || '.')) return false;
  toldHere ??= new RegExp(told.source, 'imuy');
  toldHere.lastIndex = start + word.index;
  const found = toldHere.exec(text);
  return found !== null && readTold(found) !== undefined;
}

function readTold(found: RegExpExecArray): ToldPassword | undefined {
  const { marked, bare, beside } = found.groups ?? {};
  const value = marked ?? (bare ?? beside ?? '').replace(/(?<![.,;:)\]])[.,;:)\]]{1,64}$/u, '');
  const start = found.index + found[0].lastIndexOf(marked ?? bare ?? beside ?? '');
  return marked !== undefined || isTold(value) ? { value, range: [start, start + value.length], isMarked: marked !== undefined } : undefined;
}

const toldWord = /(?:password|passwd|passphrase|passwort|pwd)$/iu;

const isTold = (value: string): boolean => value.length > 5 && /\d/u.test(value) && /[A-Za-z]/u.test(value) && !/^(?:https?:|\/|[\d.]+[a-z]{1,2}$|v\d)|[(){}<>$[\]|]|\w=/u.test(value);

const told =
  /\b(?:password|passwd|passphrase|passwort|pwd)\*{0,2}(?:[ \t]{1,3}(?:is|was)(?:[ \t]*:)?[ \t]{1,3}|[ \t]{0,3}[=:]\*{0,2}[ \t]{1,3})(?:set[ \t]to[ \t])?\*{0,2}(?:`(?<marked>[^`\s]{4,64})`|(?<bare>[^\s`"'*<|]{6,64})(?=[\s*]|$))|\b(?:login|credentials?|user(?:[ \t]?name)?)\*{0,2}[ \t]{0,3}[:=][ \t]{0,3}[`"]?[\w.@-]{2,40}[`"]?[ \t]{1,2}\/[ \t]{1,2}(?<beside>[^\s`"'*<|]{6,64})(?=[\s*]|$)/gimu;

let toldHere: RegExp | undefined;
