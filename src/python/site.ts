import type { Match } from '../core/detect.ts';
import type { Range } from '../core/range.ts';
import type { PythonSite } from '../core/sites/python.ts';
import type { PythonSource } from './hardcoded.ts';
import { getModuleFacts, type ModuleFacts } from './module-facts.ts';
import type { Expression, Node } from './nodes.ts';
import { getHoldingPart, isFormatted, isJoined, type StaticString, type StringPart } from './strings.ts';
import type { StringToken } from './tokens.ts';

/** A secret in a string of a program. `ancestors` ends at the parent of `node`. */
export interface Place {
  readonly node: Expression;
  readonly ancestors: readonly Node[];
  readonly string: StaticString;
  readonly match: Match;
  /** In the string's own text. */
  readonly textRange: Range;
}

export interface Sites {
  get(place: Place): PythonSite;
}

/** What a remedy needs to know of the places of literals in one file. */
export function createSites(source: PythonSource): Sites {
  let facts: ModuleFacts | undefined;
  return { get: (place) => getSite(source, place, (facts ??= getModuleFacts(source))) };
}

function getSite(source: PythonSource, place: Place, facts: ModuleFacts): PythonSite {
  const { node, match, string, textRange } = place;
  const part = getHoldingPart(string, textRange);
  const isWhole = coversAll(string, textRange) || (match.isWholeValue && !string.hasHoles);
  const start = node.range[0];
  const anchor = facts.getAnchor(start);
  const refusal = getRefusal(source, place, isWhole, part) ?? anchor.refusal;
  const outer = part?.token;
  return {
    carrier: 'python',
    ...(isWhole || outer === undefined ? { range: node.range, place: 'expression' } : { range: isFormatted(outer) ? match.range : outer.range, place: isFormatted(outer) ? 'f-string-part' : 'literal-part' }),
    partRange: match.range,
    isUrlPart: match.isUrlPassword,
    isBytes: string.isBytes,
    quote: facts.quote,
    innerQuote: outer?.quote.startsWith("'") === true ? '"' : "'",
    newline: facts.newline,
    importOffset: anchor.importOffset,
    isAtLineStart: anchor.isAtLineStart,
    library: anchor.library,
    takenNames: facts.takenNames,
    ...anchor.names,
    ...(refusal === undefined ? {} : { refusal }),
  };
}

const coversAll = (string: StaticString, range: Range): boolean => !string.hasHoles && range[0] === 0 && range[1] === string.text.length;

function getRefusal({ path }: PythonSource, { node, ancestors, string, match, textRange }: Place, isWhole: boolean, part: StringPart | undefined): string | undefined {
  const parent = ancestors.at(-1);
  if (path.endsWith('.pyi')) return 'a stub is never run; put the value where the program runs';
  if (ancestors.some(({ type }) => type === 'Str')) return 'the literal stands inside of an f-string, where older versions of Python take no further quotes; give it a variable first';
  if (parent?.type === 'Simple' && parent.keyword === 'expression') return 'the text is a comment and no value; take the secret out by hand';
  if (isInPattern(ancestors)) return 'a pattern must be constant; compare in an "if" instead';
  if (isUnclosed(node)) return 'a quote is not closed; close it first';
  if (isWhole) return undefined;
  const isInside = part?.token !== undefined && (!match.isWholeValue || (part.start === textRange[0] && part.end === textRange[1]));
  if (!isInside) return 'the value is put together from several parts; read it from one parameter';
  if (string.isBytes) return 'a part of a bytes literal cannot be filled in; build the text first and encode it';
  if (part.token?.prefix.includes('t') ?? false) return 'a template string is filled in by what receives it; read the parameter beside it';
  const isPercent = parent?.type === 'Operation' && parent.operators[0] === '%' && parent.operands[0] === node;
  if (isPercent) return 'the text is filled in with %, which would read the encoded password too; build it in one f-string first';
  // an encoded password has no braces
  return isFormat(ancestors) && !match.isUrlPassword ? 'the text is filled in by .format, which would read the value too; build it in one f-string first' : undefined;
}

function isFormat(ancestors: readonly Node[]): boolean {
  const [parent, around] = [ancestors.at(-1), ancestors.at(-2)];
  return parent?.type === 'Attribute' && /^(?:format|format_map)$/u.test(parent.name) && around?.type === 'Call' && around.callee === parent;
}

const isUnclosed = (node: Expression): boolean => getTokens(node).some(({ isClosed }) => !isClosed);

function getTokens(node: Expression): readonly StringToken[] {
  if (isJoined(node)) return node.operands.flatMap(getTokens);
  return node.type === 'Str' ? node.tokens : [];
}

function isInPattern(ancestors: readonly Node[]): boolean {
  const block = ancestors.findLast((node) => node.type === 'Block');
  if (block?.keyword !== 'case') return false;
  const next = ancestors[ancestors.indexOf(block) + 1];
  return next === undefined || block.values[0] === next;
}
