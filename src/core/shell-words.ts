import type { Range } from './range.ts';

/** A word of a shell command, quotes and escapes resolved (POSIX, "Shell Command Language", 2.2 and 2.3). */
export interface ShellWord {
  readonly text: string;
  /** Where each character of `text` stands in the script. */
  readonly offsets: readonly number[];
  /** Offsets in `text` at which the shell fills something in. */
  readonly holes: readonly number[];
  /** With its quotes. */
  readonly range: Range;
}

export interface ShellCommand {
  /** Without redirections: their targets are files. */
  readonly words: readonly ShellWord[];
  /** Where standard output goes, such as `/dev/null`; undefined where it stays. */
  readonly output?: string;
  /** It stands in `$(…)` of another command. */
  readonly isInner?: true;
  /** What follows: `|`, `;`, `&&`, the end of a line. */
  readonly end: string;
}

/** Longer words hold data. */
const wordLimit = 8192;

/** Commands in commands that are read; nobody nests them deeper. */
const maxInner = 6;

/** Expansions without an end that are looked for in a text; only a text that is no script has more. */
const maxOpenings = 500;

interface Reading {
  /** Where other commands stand in the words. */
  readonly inner: Range[];
  readonly openings: { left: number };
}

/** The simple commands of a script, those in `$(…)` too; comments and here-documents are left out. */
export function* readCommands(text: string, range: Range = [0, text.length], depth = 0, openings = { left: maxOpenings }): Generator<ShellCommand> {
  const reading: Reading = { inner: [], openings };
  let words: ShellWord[] = [];
  let output: string | undefined;
  let delimiters: string[] = [];
  for (let offset = range[0]; offset < range[1]; ) {
    const character = text.charAt(offset);
    if (character === '\\' && /[\r\n]/u.test(text.charAt(offset + 1))) {
      offset += text.startsWith('\r\n', offset + 1) ? 3 : 2;
    } else if (character === ' ' || character === '\t' || character === '\r') {
      offset++;
    } else if (character === '#') {
      offset = getLineEnd(text, offset);
    } else if (isOperator(character)) {
      const end = getOperatorEnd(text, offset);
      const operator = text.slice(offset, end);
      offset = end;
      if (/^<<-?$/u.test(operator)) {
        const delimiter = readWord(text, skipBlanks(text, offset), range[1], { inner: [], openings });
        delimiters.push(delimiter.text);
        offset = delimiter.range[1];
      } else if (!/[<>]/u.test(operator)) {
        yield toCommand(words, operator, output);
        words = [];
        output = undefined;
      } else if (operator !== '<<<' && text.charAt(end) !== '(') {
        const descriptor = takeDescriptor(words, end - operator.length);
        const target = readWord(text, skipBlanks(text, end), range[1], reading);
        // `2>` is the standard error, `>&2` copies into it
        if (/^(?:&?>{1,2}|>\||>&)$/u.test(operator) && (descriptor ?? '1') === '1' && !/^\d$/u.test(target.text)) output = target.text;
        offset = target.range[1];
      }
      if (character === '\n' && delimiters.length > 0) {
        for (const delimiter of delimiters) offset = skipDocument(text, offset, delimiter);
        delimiters = [];
      }
    } else {
      const word = readWord(text, offset, range[1], reading);
      words.push(word);
      offset = Math.max(word.range[1], offset + 1);
    }
  }
  yield toCommand(words, '', output);
  // each range lies inside the one before it, so this ends
  if (depth < maxInner) for (const part of reading.inner) for (const command of readCommands(text, part, depth + 1, openings)) yield { ...command, isInner: true };
}

const toCommand = (words: readonly ShellWord[], end: string, output: string | undefined): ShellCommand => ({ words, end, ...(output === undefined ? {} : { output }) });

/** The digit right before a redirection is no argument. */
function takeDescriptor(words: ShellWord[], operator: number): string | undefined {
  const last = words.at(-1);
  return last?.range[1] === operator && /^\d$/u.test(last.text) ? words.pop()?.text : undefined;
}

const isOperator = (character: string): boolean => character === '\n' || character === ';' || character === '|' || character === '&' || character === '(' || character === ')' || character === '<' || character === '>';

function getOperatorEnd(text: string, offset: number): number {
  const found = /^(?:<<<|<<-?|&>>|>>|<&|>&|<>|>\||&>|&&|\|\||\|&|;;)/u.exec(text.slice(offset, offset + 3));
  return offset + (found?.[0].length ?? 1);
}

function readWord(text: string, start: number, limit: number, { inner, openings }: Reading): ShellWord {
  const characters: string[] = [];
  const offsets: number[] = [];
  const holes: number[] = [];
  let quote = '';
  let offset = start;
  const take = (at: number): void => {
    if (characters.length < wordLimit) {
      characters.push(text.charAt(at));
      offsets.push(at);
    }
  };
  while (offset < limit) {
    const character = text.charAt(offset);
    if (quote === '' && (isOperator(character) || character === ' ' || character === '\t' || character === '\r')) break;
    if (character === quote || (quote === '' && (character === '"' || character === "'"))) {
      quote = quote === '' ? character : '';
      offset++;
    } else if (character === '\\' && quote !== "'") {
      // in double quotes only some characters are escaped; the mark is kept before the others
      if (quote === '"' && !/["\\$`\n]/u.test(text.charAt(offset + 1))) take(offset);
      if (text.charAt(offset + 1) !== '\n') take(offset + 1);
      offset += 2;
    } else if (quote !== "'" && openings.left > 0 && (character === '`' || (character === '$' && /[\w{(@*#?!$-]/u.test(text.charAt(offset + 1))))) {
      holes.push(characters.length);
      const end = Math.min(limit, getHoleEnd(text, offset));
      if (end === offset + 1) openings.left--;
      inner.push(...findSubstitutions(text, [offset, end]));
      for (; offset < end; offset++) take(offset);
    } else {
      take(offset);
      offset++;
    }
  }
  return { text: characters.join(''), offsets, holes, range: [start, offset] };
}

/** The commands of `$(…)`, of backquotes, and of `${NAME:-$(…)}`. */
function findSubstitutions(text: string, [start, end]: Range): Range[] {
  if (text.startsWith('$(', start)) return [[start + 2, end - 1]];
  if (text.charAt(start) === '`') return end - start < 3 ? [] : [[start + 1, end - 1]];
  const offset = text.startsWith('${', start) ? text.slice(start, end).indexOf('$(') : -1;
  if (offset < 0) return [];
  const from = start + offset + 2;
  return [[from, Math.max(from, Math.min(end, getHoleEnd(text, from - 2)) - 1)]];
}

/** Where an expansion ends. They nest and hold quotes; what has no end within a window is one character. */
export function getHoleEnd(text: string, start: number): number {
  const opener = text.charAt(start + 1);
  if (text.charAt(start) === '`') return getEndWithin(text, start + 1, '', '`') ?? start + 1;
  if (opener === '(') return getEndWithin(text, start + 2, '(', ')') ?? start + 1;
  if (opener === '{') return getEndWithin(text, start + 2, '{', '}') ?? start + 1;
  return start + 1 + (/^\w+|^./u.exec(text.slice(start + 1, start + 101))?.[0].length ?? 0);
}

const window = 4096;

function getEndWithin(text: string, start: number, opener: string, closer: string): number | undefined {
  let depth = 1;
  for (let offset = start; offset < text.length && offset < start + window; offset++) {
    const character = text.charAt(offset);
    if (character === '\\') offset++;
    else if (character === closer && --depth === 0) return offset + 1;
    else if (character === opener) depth++;
  }
  return undefined;
}

function skipDocument(text: string, start: number, delimiter: string): number {
  for (let offset = start; offset < text.length; ) {
    const end = getLineEnd(text, offset);
    if (text.slice(offset, end).trim() === delimiter) return end;
    offset = end + 1;
  }
  return text.length;
}

const getLineEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
};

function skipBlanks(text: string, offset: number): number {
  let end = offset;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
  return end;
}
