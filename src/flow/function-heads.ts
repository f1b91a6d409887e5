import { getChainStart } from '../ecmascript/member-chain.ts';
import type { Skim } from '../ecmascript/skim.ts';
import { ampersand, arrow, brace, bracket, bracketEnd, colon, comma, equals, dot, greater, holeStart, isClosing, isOpening, less, parenthesis, question, quoted, semicolon, star, templateStart, word } from '../ecmascript/skim-kinds.ts';

/** Whether a certain word stands at a token. */
export const isWord = ({ kinds, values, words }: Skim, token: number, text: string): boolean => kinds[token] === word && words.get(values[token] ?? 0) === text;

/** The name before the bracket of a call or of parameters, past the arguments of a type. */
export function getCallee({ kinds }: Skim, open: number): number | undefined {
  let at = open - 1;
  if (kinds[at] === dot) at--;
  if (kinds[at] === greater) {
    let depth = 0;
    const least = Math.max(0, at - 40);
    for (; at > least; at--) {
      if (kinds[at] === greater) depth++;
      else if (kinds[at] === less && --depth === 0) break;
    }
    at--;
  }
  return kinds[at] === word ? at : undefined;
}

/** Behind parameters, the arrow or the brace of what they are of; `name` is what stands before them. */
export function findBody(program: Skim, open: number, close: number, name: number | undefined): number | undefined {
  const { kinds, values, words } = program;
  const next = kinds[close + 1];
  if (next === arrow) return close + 1;
  const isKeyword = name !== undefined && beforeBrackets.has(words.get(values[name] ?? 0));
  if (next === brace) return isKeyword || !isHead(program, open, name) ? undefined : close + 1;
  return next !== colon || kinds[open - 1] === question || isKeyword ? undefined : findTypedBody(program, close + 2, close + 80);
}

/** Behind the type of what is returned. */
function findTypedBody({ kinds, values, count }: Skim, from: number, limit: number): number | undefined {
  for (let at = from; at < count && at < limit; at++) {
    const kind = kinds[at] ?? 0;
    if (kind === arrow) return at;
    if (kind === brace) {
      const behind = (values[at] ?? at) + 1;
      if (kinds[at - 1] !== colon && !isTypeOperator(kinds[at - 1] ?? 0)) return at;
      if (kinds[behind] !== brace && kinds[behind] !== arrow && !isTypeOperator(kinds[behind] ?? 0) && kinds[behind] !== bracket) return undefined;
      at = behind - 1;
    } else if (kind === semicolon || kind === equals || isClosing(kind)) return undefined;
    else if (isOpening(kind)) at = values[at] ?? at;
  }
  return undefined;
}

/** A name, `function`, or the name of a method in brackets or quotes stands before parameters. */
function isHead({ kinds }: Skim, open: number, name: number | undefined): boolean {
  const before = kinds[open - 1] ?? 0;
  return name !== undefined || before === bracketEnd || before === quoted || before === star;
}

/** Keywords before a bracket that opens no parameters. */
const beforeBrackets: ReadonlySet<string> = new Set('if for while switch with catch return case typeof await new'.split(' '));

/** `|`, `&` and what stands before the arguments of a type. */
const isTypeOperator = (kind: number): boolean => kind === 124 || kind === ampersand || kind === less || kind === comma;

/** `name = (…) =>`, `name: function (…)`, `name = useCallback((…) =>` */
export function getAssignedName(program: Skim, open: number): number | undefined {
  const { kinds, values } = program;
  let at = open - 1;
  for (let step = 0; step < 4; step++) {
    if (isFunctionWord(program, at) || kinds[at] === star) at--;
    else if (kinds[at] === parenthesis) {
      const callee = getCallee(program, at);
      if (callee === undefined) return undefined;
      at = getChainStart(program, callee) - 1;
    } else break;
  }
  return (kinds[at] === equals || kinds[at] === colon) && kinds[at - 1] === word ? values[at - 1] : undefined;
}

/** What a function is handed to: the receiver of that call, and what stands before the function in it. */
export function getCallbackStarts(program: Skim, open: number): number[] {
  const { kinds, values } = program;
  let at = open - 1;
  while (isFunctionWord(program, at)) at--;
  for (let count = 0; count < 200 && at > 0; count++) {
    const kind = kinds[at] ?? 0;
    if (kind === parenthesis) {
      const callee = getCallee(program, at);
      return callee === undefined ? [] : [until(getChainStart(program, callee), at), until(at + 1, open)];
    }
    if (kind === semicolon || kind === equals || kind === colon || kind === brace || kind === bracket || kind === arrow || kind === holeStart || kind === templateStart) return [];
    at = isClosing(kind) ? (values[at] ?? at) - 1 : at - 1;
  }
  return [];
}

const isFunctionWord = (program: Skim, token: number): boolean => isWord(program, token, 'async') || isWord(program, token, 'function');

/** Where an expression begins, of which no more than what is before a limit is meant. */
const until = (start: number, limit: number): number => limit * mostTokens + start;

export const mostTokens = 1 << 20;
