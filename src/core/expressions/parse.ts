import { anything, digits, foldCase, invert, invertRoughly, lineBreaks, ofChars, spaces, unite, wordChars, type CharSet } from './char-set.ts';

/** What a regular expression is made of, as far as its cost depends on it. */
export type Expression =
  | { readonly type: 'set'; readonly set: CharSet; readonly isRough?: boolean }
  | { readonly type: 'sequence'; readonly items: readonly Expression[] }
  | { readonly type: 'choice'; readonly options: readonly Expression[] }
  | { readonly type: 'repeat'; readonly body: Expression; readonly min: number; readonly max: number }
  | { readonly type: 'look'; readonly body: Expression; readonly isNegated: boolean; readonly isBehind: boolean }
  /** Without a mark it holds everywhere. */
  | { readonly type: 'edge'; readonly mark?: Mark }
  | { readonly type: 'back' };

/** Which place an edge is: of the text, of a line, of a word, or within or without words. */
export type Mark = 'start' | 'end' | 'line-start' | 'line-end' | 'word' | 'no-word';

/** Reads what `new RegExp` takes (ECMA-262, section 22.2.1); throws `SyntaxError` for the rest. */
export function parseExpression(source: string, flags: string): Expression {
  // the engine itself knows best what is valid
  const reader: Reader = { source, index: 0, flags: new RegExp(source, flags).flags, depth: 0 };
  const result = readChoice(reader);
  if (reader.index < source.length) throw new SyntaxError('an unmatched bracket');
  return result;
}

interface Reader {
  readonly source: string;
  index: number;
  readonly flags: string;
  depth: number;
}

const maxDepth = 100;

const peek = ({ source, index }: Reader): string => source.charAt(index);

const take = (reader: Reader, text: string): boolean => {
  if (!reader.source.startsWith(text, reader.index)) return false;
  reader.index += text.length;
  return true;
};

const takeMatch = (reader: Reader, pattern: RegExp): RegExpExecArray | null => {
  pattern.lastIndex = reader.index;
  const found = pattern.exec(reader.source);
  if (found !== null) reader.index += found[0].length;
  return found;
};

function readChoice(reader: Reader): Expression {
  if (++reader.depth > maxDepth) throw new SyntaxError('brackets nested too deeply');
  const options = [readSequence(reader)];
  while (take(reader, '|')) options.push(readSequence(reader));
  reader.depth--;
  return options.length === 1 ? (options[0] ?? { type: 'edge' }) : { type: 'choice', options };
}

function readSequence(reader: Reader): Expression {
  const items: Expression[] = [];
  while (reader.index < reader.source.length && peek(reader) !== '|' && peek(reader) !== ')') items.push(readRepeat(reader, readAtom(reader)));
  return items.length === 1 ? (items[0] ?? { type: 'edge' }) : { type: 'sequence', items };
}

function readRepeat(reader: Reader, body: Expression): Expression {
  const found = takeMatch(reader, /(?:(?<sign>[*+?])|\{(?<min>\d{1,9})(?<comma>,(?<max>\d{0,9}))?\})\??/uy);
  if (found === null) return body;
  const { sign, min = '0', comma, max = '' } = found.groups ?? {};
  if (sign !== undefined) return { type: 'repeat', body, min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : Infinity };
  return { type: 'repeat', body, min: Number(min), max: comma === undefined ? Number(min) : max === '' ? Infinity : Number(max) };
}

function readAtom(reader: Reader): Expression {
  if (take(reader, '(')) return readGroup(reader);
  const start = reader.index;
  if (take(reader, '[')) return toSet(reader, readClass(reader), start);
  if (take(reader, '.')) return { type: 'set', set: reader.flags.includes('s') ? anything : invert(lineBreaks) };
  const isOfLines = reader.flags.includes('m');
  if (take(reader, '^')) return { type: 'edge', mark: isOfLines ? 'line-start' : 'start' };
  if (take(reader, '$')) return { type: 'edge', mark: isOfLines ? 'line-end' : 'end' };
  if (take(reader, String.raw`\b`)) return { type: 'edge', mark: 'word' };
  if (take(reader, String.raw`\B`)) return { type: 'edge', mark: 'no-word' };
  if (takeMatch(reader, /\\(?:k<[^>]{1,100}>|[1-9]\d{0,2})/uy) !== null) return { type: 'back' };
  return toSet(reader, readChar(reader), start);
}

const toSet = (reader: Reader, set: CharSet, start: number): Expression => ({ type: 'set', set: reader.flags.includes('i') ? foldCase(set) : set, ...(isRough(reader, start) ? { isRough: true } : {}) });

/** A property stands in it, which is known for ASCII only. */
const isRough = ({ source, index }: Reader, start: number): boolean => /\\p\{/iu.test(source.slice(start, index));

function readGroup(reader: Reader): Expression {
  const found = takeMatch(reader, /\?(?:(?<look><?[=!])|<[^>]{1,100}>|[a-z-]{0,8}:)/uy);
  const look = found?.groups?.['look'];
  const body = readChoice(reader);
  if (!take(reader, ')')) throw new SyntaxError('an unmatched bracket');
  return look === undefined ? body : { type: 'look', body, isNegated: look.endsWith('!'), isBehind: look.startsWith('<') };
}

function readClass(reader: Reader): CharSet {
  const start = reader.index;
  const isNegated = take(reader, '^');
  const parts: CharSet[] = [];
  while (!take(reader, ']')) {
    if (reader.index >= reader.source.length) throw new SyntaxError('an unmatched bracket');
    const first = readChar(reader);
    if (peek(reader) !== '-' || reader.source.charAt(reader.index + 1) === ']') {
      parts.push(first);
      continue;
    }
    reader.index++;
    const last = readChar(reader);
    const [from, to] = [first[0]?.[0] ?? 0, last.at(-1)?.[1] ?? 0];
    parts.push(isOne(first) && isOne(last) ? [[from, to]] : unite(first, last, [[0x2d, 0x2d]]));
  }
  const set = unite(...parts);
  if (!isNegated) return set;
  return isRough(reader, start) ? invertRoughly(set) : invert(reader.flags.includes('i') ? foldCase(set) : set);
}

const isOne = (set: CharSet): boolean => set.length === 1 && set[0]?.[0] === set[0]?.[1];

/** A character, or a class of them that an escape names. */
function readChar(reader: Reader): CharSet {
  const found = takeMatch(reader, /\\(?:(?<named>[dDsSwW])|(?<property>[pP])\{[^}]{1,60}\}|u\{(?<point>[\dA-Fa-f]{1,6})\}|(?:u(?<unit>[\dA-Fa-f]{4})|x(?<byte>[\dA-Fa-f]{2}))|c(?<control>[A-Za-z])|(?<other>[^]))|(?<plain>[^])/uy);
  const { named, property, point, unit, byte, control, other = '', plain } = found?.groups ?? {};
  if (named !== undefined) return getClass(named);
  if (property !== undefined) return ofProperty(found?.[0] ?? '');
  const code = point ?? unit ?? byte;
  if (code !== undefined) return ofPoint(Number.parseInt(code, 16));
  if (control !== undefined) return ofPoint((control.codePointAt(0) ?? 0) % 32);
  return ofPoint((plain ?? escaped[other] ?? other).codePointAt(0) ?? 0);
}

/** Exact for ASCII; beyond it, whatever the property may hold. */
const ofProperty = (escape: string): CharSet => {
  const pattern = new RegExp(escape, 'u');
  return unite(ofChars(Array.from({ length: 128 }, (_, point) => String.fromCodePoint(point)).filter((char) => pattern.test(char)).join('')), [[128, 0x10_ff_ff]]);
};

const ofPoint = (point: number): CharSet => [[point, point]];

const classes: Readonly<Record<string, CharSet>> = { d: digits, s: spaces, w: wordChars };

function getClass(letter: string): CharSet {
  const set = classes[letter.toLowerCase()] ?? anything;
  return classes[letter] === undefined ? invert(set) : set;
}

const escaped: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', b: '\b', 0: '\0' };
