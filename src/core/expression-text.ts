import type { Range } from './range.ts';

/** How an expression of a program is read from its text alone, without a syntax: to tell where nothing can be, never what is there. */

const quotes = `"'\``;

export const isQuote = (character: string): boolean => character !== '' && quotes.includes(character);

/** Behind the comma, the semicolon or the bracket that ends an expression, or at the end of a line that none goes on after. */
export function getExpressionEnd(text: string, from: number, limit: number): number {
  let depth = 0;
  let angles = 0;
  for (let index = from; index < Math.min(limit, text.length); index++) {
    switch (text.charCodeAt(index)) {
      case 34:
      case 39:
      case 96:
        index = getQuoteEnd(text, index, limit);
        break;
      case 47:
        index = skipSlash(text, index, limit);
        break;
      case 60:
        if (isTypeOpening(text, index)) angles++;
        break;
      case 62:
        if (angles > 0 && text.charAt(index - 1) !== '=') angles--;
        break;
      case 40:
      case 91:
      case 123:
        depth++;
        break;
      case 41:
      case 93:
      case 125:
        if (--depth < 0) return index;
        break;
      case 59:
        if (depth === 0) return index;
        break;
      case 44:
        if (depth === 0 && angles === 0) return index;
        break;
      case 10:
        if (depth === 0 && isLastLine(text, index, from)) return index;
        break;
      default:
    }
  }
  return limit;
}

/** An operand at its end, and the next line begins with a word that is no operator: there a statement begins, without a semicolon between. */
function isLastLine(text: string, feed: number, from: number): boolean {
  const before = text.slice(Math.max(from, feed - 40), feed).trimEnd();
  const after = text.slice(feed, feed + 200).trimStart();
  return operandEnd.test(before) && statementStart.test(after);
}

const operandEnd = /(?:["'`)\]}\d]|(?<![\w$])(?!(?:async|await|and|as|case|delete|do|else|extends|from|function|if|in|instanceof|is|lambda|new|not|of|or|return|satisfies|throw|typeof|void|while|yield)$)[\w$]{1,38})$/u;
const statementStart = /^(?!(?:and|as|else|extends|for|from|if|in|instanceof|is|not|of|or|satisfies)\b)[A-Za-z_$@]/u;

/** `Map<string, string>`: a comma within is none between expressions. */
const isTypeOpening = (text: string, index: number): boolean => /^\w<[\w{['"]$/u.test(text.slice(index - 1, index + 2));

function getQuoteEnd(text: string, open: number, limit: number): number {
  const quote = text.charCodeAt(open);
  for (let index = open + 1; index < limit; index++) {
    const code = text.charCodeAt(index);
    if (code === 92) index++;
    else if (code === quote || (code === 10 && quote !== 96)) return index;
  }
  return open;
}

/** Over a comment or a regular expression; a division is stepped over. */
function skipSlash(text: string, index: number, limit: number): number {
  const next = text.charAt(index + 1);
  if (next === '/') return find(text, '\n', index, limit) - 1;
  if (next === '*') return find(text, '*/', index, limit) + 1;
  if (!/[=([{,:?|&!;>]\s{0,20}$/u.test(text.slice(Math.max(0, index - 20), index))) return index;
  const end = /^\/(?:[^\\/[\n]|\\.|\[(?:[^\]\\\n]|\\.){0,200}\]){1,300}\//u.exec(text.slice(index, index + 400));
  return end === null ? index : index + end[0].length - 1;
}

function find(text: string, mark: string, from: number, limit: number): number {
  const found = text.slice(from, limit).indexOf(mark);
  return found === -1 ? limit : from + found;
}

/** Of the arguments that begin at an offset. */
export function getArgument(text: string, from: number, argument: number): Range {
  let start = from;
  for (let index = 0; index < argument && text.charAt(start - 1) !== ')'; index++) start = getExpressionEnd(text, start, start + longest) + 1;
  return [start - 1, getExpressionEnd(text, start, start + longest / 10)];
}

/** Characters of an argument. */
const longest = 4000;

/** A quote where a value can begin; what looks like one in a comment costs nothing but a closer look. One that nothing ends goes to the end of its line. */
const literalStart = /(?:^|[=([{,:?|&+>;!\n]|\b(?:and|else|in|is|or))(?:\s|(?:return|case|if|elif|while|not|assert)\b){0,120}(?:[bfruBFRU]{1,2}(?=["']))?["'`]/gu;
const literal = /"""(?<long>[^]{3,4096}?)"""|'''(?<longSingle>[^]{3,4096}?)'''|"(?<double>(?:[^"\\\n]|\\.){3,4096})"|'(?<single>(?:[^'\\\n]|\\.){3,4096})'|`(?<back>[^`]{3,8192})`|["'](?<open>[^"'\\\n]{3,4096})(?=\n|$)/suy;

export interface Literal {
  readonly quote: number;
  readonly read: () => string | undefined;
}

/** The literals of a text, each read once: many names may stand near it. */
export interface Literals {
  within(from: number, limit: number): Iterable<Literal>;
}

export function createLiterals(text: string): Literals {
  const known = new Map<number, Literal>();
  const toLiteral = (quote: number): Literal => {
    let value: { readonly text: string | undefined } | undefined;
    return { quote, read: () => (value ??= { text: readLiteral(text, quote) }).text };
  };
  return {
    *within(from, limit) {
      const start = Math.max(0, from - 122);
      for (const found of text.slice(start, limit).matchAll(literalStart)) {
        const quote = start + found.index + found[0].length - 1;
        if (quote < from) continue;
        const entry = known.get(quote) ?? toLiteral(quote);
        known.set(quote, entry);
        yield entry;
      }
    },
  };
}

function readLiteral(text: string, quote: number): string | undefined {
  literal.lastIndex = quote;
  const groups = literal.exec(text)?.groups;
  return groups?.['long'] ?? groups?.['longSingle'] ?? groups?.['double'] ?? groups?.['single'] ?? groups?.['back'] ?? groups?.['open'];
}
