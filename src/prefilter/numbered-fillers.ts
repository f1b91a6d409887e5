import { isHarmlessWithNumber } from '../core/named.ts';
import type { NameInBytes } from './assigned-bytes.ts';
import { createByteTexts, none } from './byte-texts.ts';

/** Whether what a name is given in quotes are words that stand for another value, and a number: `token_7 = "value-7"`. Texts that are made by programs count by the million. */
export type IsNumberedFiller = (name: NameInBytes) => boolean;

export function createNumberedFillers(): IsNumberedFiller {
  const texts = createByteTexts(mostTexts);
  const harmless = new Uint8Array(mostTexts);
  return ({ bytes, end }) => {
    let at = end;
    while (at < end + longestSeparator && isSeparator(bytes[at])) at++;
    const quote = bytes[at];
    if (quote !== 34 && quote !== 39) return false;
    const start = ++at;
    while (at < start + longestWords && isWord(bytes[at])) at++;
    const last = bytes[at - 1];
    if (last !== hyphen && last !== underscore) return false;
    const figures = at;
    while (at < figures + mostFigures && isFigure(bytes[at])) at++;
    if (at === figures || bytes[at] !== quote) return false;
    let number = texts.find(bytes, start, figures);
    if (number === none) {
      number = texts.add(bytes, start, figures);
      harmless[number] = isHarmlessWithNumber(String.fromCharCode(...bytes.subarray(start, figures))) ? 1 : 0;
    }
    return harmless[number] === 1;
  };
}

const mostTexts = 1 << 10;
const longestSeparator = 24;
const longestWords = 60;
const mostFigures = 12;

/** A blank, an equals sign, a colon, an arrow. */
const isSeparator = (byte = 0): boolean => byte === 32 || byte === 9 || byte === 61 || byte === 58 || byte === 62;
const isWord = (byte = 0): boolean => (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || byte === hyphen || byte === underscore;
const isFigure = (byte = 0): boolean => byte >= 48 && byte <= 57;

const hyphen = 45;
const underscore = 95;
