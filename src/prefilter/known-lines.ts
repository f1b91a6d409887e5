import type { NameInBytes } from './assigned-bytes.ts';
import { createByteTexts, none } from './byte-texts.ts';

/** Lines that give nothing to the name that they begin with: texts that are made by programs repeat them by the million. */
export interface KnownLines {
  /** A number for lines that are judged alike. */
  getScope(key: string): number;
  /** Whether such a line was added in such a scope. */
  has(name: NameInBytes, scope: number): boolean;
  /** Adds the one that was asked for last. */
  add(): void;
}

/** Figures at the end of a name are left out: names that are counted are one, where the rest of the line says nothing of the count. */
export function createKnownLines(): KnownLines {
  const lines = createByteTexts(mostLines);
  const last = new Uint8Array(longest + 2);
  const scopes = new Map<string, number>();
  let length = 0;
  return {
    getScope(key) {
      const known = scopes.get(key);
      if (known !== undefined) return known;
      if (scopes.size > mostScopes) {
        scopes.clear();
        lines.forget();
      }
      scopes.set(key, scopes.size);
      return scopes.size - 1;
    },
    has(name, scope) {
      length = readLine(name, last, scope);
      return length > 0 && lines.find(last, 0, length) !== none;
    },
    add() {
      if (length > 0) lines.add(last, 0, length);
    },
  };
}

const mostScopes = 250;
const mostLines = 1 << 14;

/** Bytes of a line that is remembered. */
const longest = 120;

/** Writes the scope and the line; 0 for what is not remembered: longer lines, those that begin otherwise, and those in which the figures of the name come again. */
function readLine({ bytes, length, start, end }: NameInBytes, target: Uint8Array, scope: number): number {
  if (!beginsLine(bytes, start)) return 0;
  let figures = end;
  while (figures > start && isFigure(bytes[figures - 1])) figures--;
  let stop = end;
  const limit = Math.min(length, start + longest);
  while (stop < limit && bytes[stop] !== feed) stop++;
  if (stop === limit || (figures < end && isThere(bytes, [figures, end], [end, stop]))) return 0;
  let at = 0;
  target[at++] = scope;
  for (let index = start; index < figures; index++) target[at++] = bytes[index] ?? 0;
  // the place of the figures
  target[at++] = figures < end ? feed : 0;
  for (let index = end; index < stop; index++) target[at++] = bytes[index] ?? 0;
  return at;
}

/** Nothing before a name has a say then, on no line above either. */
function beginsLine(bytes: Uint8Array, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && start - at < 40 && (bytes[at] === 32 || bytes[at] === 9)) at--;
  return bytes[at] === feed;
}

function isThere(bytes: Uint8Array, [start, end]: readonly [number, number], [from, to]: readonly [number, number]): boolean {
  for (let place = from; place <= to - (end - start); place++) {
    let index = 0;
    while (index < end - start && bytes[place + index] === bytes[start + index]) index++;
    if (index === end - start) return true;
  }
  return false;
}

const isFigure = (byte = 0): boolean => byte >= 48 && byte <= 57;

const feed = 10;
