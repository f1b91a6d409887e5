import type { Range } from './range.ts';

/** A text with the place of each of its characters in the file, and of its end. */
export interface Placed {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** The text that JSON escapes stand for, `range` being what is between the quotes (RFC 8259, section 7). */
export function decodeJsonText(source: string, [start, end]: Range): Placed {
  const characters: string[] = [];
  const offsets: number[] = [];
  for (let offset = start; offset < end; ) {
    const size = source.charAt(offset) === '\\' ? (source.charAt(offset + 1) === 'u' ? 6 : 2) : 1;
    characters.push(size === 1 ? source.charAt(offset) : toCharacter(source.slice(offset + 1, offset + size)));
    offsets.push(offset);
    offset += size;
  }
  offsets.push(end);
  return { text: characters.join(''), offsets };
}

const toCharacter = (escape: string): string => {
  const code = escape.startsWith('u') ? parseInt(escape.slice(1), 16) : NaN;
  return Number.isNaN(code) ? (controls[escape] ?? escape.slice(0, 1)) : String.fromCharCode(code);
};

const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
