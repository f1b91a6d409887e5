import { toOwnText } from '../core/own-text.ts';

/** Words that were met in any program, each under a number. */
export interface KnownWords {
  get(number: number): string;
  /** Room for what is found out about each: 0 at first. */
  readonly classes: Uint16Array;
}

export interface Words extends KnownWords {
  /** The number of a part of a text, of which `hash` is made; -1 when there are too many. */
  find(text: string, start: number, end: number, hash: number): number;
  /** A keyword behind which an expression begins. */
  isKeyword(number: number): boolean;
  /** A keyword behind whose brackets a statement begins. */
  isCondition(number: number): boolean;
  /** Between two texts: numbers are given anew when there are many. */
  refresh(): void;
}

export const keywords = 'return typeof case in of delete void throw new else do await yield instanceof extends default'.split(' ');
export const conditions = 'if while for with'.split(' ');

export function createWords(): Words {
  const slots = new Int32Array(1 << slotBits);
  const classes = new Uint16Array(mostOfAll);
  let texts: string[] = [];
  const add = (text: string, hash: number): number => {
    let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = texts.push(text);
    return texts.length - 1;
  };
  const begin = (): void => {
    if (texts.length > 0) {
      slots.fill(0);
      classes.fill(0);
    }
    texts = [];
    for (const text of [...keywords, ...conditions]) add(text, getHash(text));
  };
  begin();
  return {
    classes,
    find(text, start, end, hash) {
      for (let slot = (hash ^ (hash >>> 15)) & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
        const held = slots[slot] ?? 0;
        if (held === 0) break;
        const known = texts[held - 1] ?? '';
        if (known.length === end - start && text.startsWith(known, start)) return held - 1;
      }
      return texts.length >= mostOfAll ? -1 : add(toOwnText(text.slice(start, end)), hash);
    },
    get: (number) => texts[number] ?? '',
    isKeyword: (number) => number < keywords.length,
    isCondition: (number) => number >= keywords.length && number < keywords.length + conditions.length,
    refresh() {
      if (texts.length > mostWords) begin();
    },
  };
}

function getHash(text: string): number {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x9e37_79b1) + 1;
  return hash;
}

const slotBits = 17;
const mostWords = 1 << 15;
const mostOfAll = 1 << 16;
