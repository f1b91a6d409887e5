import type { Match } from '../core/detect.ts';
import type { Range } from '../core/range.ts';
import { isInside } from '../core/range.ts';
import type { PhpSite } from '../core/sites/php.ts';
import { getContentRange, getRange, walkPhp, type PhpCursor, type PhpNode } from './tree.ts';

/** Texts of a program, found by where they stand. */
export interface PhpTexts {
  /** The innermost literal around a range. */
  find(range: Range): PhpCursor | undefined;
}

export function findTexts(program: PhpNode): PhpTexts {
  const cursors = [...walkPhp(program)].filter(({ node }) => texts.has(node.kind)).sort((a, b) => getRange(a.node)[0] - getRange(b.node)[0]);
  return { find: (range) => findAround(cursors, range) };
}

const texts: ReadonlySet<string> = new Set(['string', 'encapsed', 'nowdoc']);

function findAround(cursors: readonly PhpCursor[], range: Range): PhpCursor | undefined {
  let low = 0;
  let high = cursors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = cursors[middle]?.node;
    if (start !== undefined && getRange(start)[0] <= range[0]) low = middle + 1;
    else high = middle;
  }
  let at = cursors[low - 1];
  while (at !== undefined && !(texts.has(at.node.kind) && isInside(range, getRange(at.node)))) at = at.parent;
  return at;
}

/** What a remedy needs to know of a secret in a text. `match` tells more of a secret that has a format of its own. */
export function getPhpSite(cursor: PhpCursor, text: string, range: Range, match: Match | undefined): PhpSite {
  const content = getContentRange(cursor.node, text);
  const refusal = getRefusal(cursor) ?? (content === undefined ? 'the text is not written in quotes; give it a variable of its own' : undefined);
  return {
    carrier: 'php',
    range: getRange(cursor.node),
    partRange: match?.isWholeValue === true ? (content ?? range) : range,
    isUrlPart: match?.isUrlPassword ?? false,
    needsParentheses: !/^(?:assign|entry|call|new|namedargument|return|echo)$/u.test(cursor.parent?.node.kind ?? ''),
    usesSdk: /\bAws\\\w/u.test(text),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

function getRefusal({ node, parent }: PhpCursor): string | undefined {
  if (node.kind !== 'string') return filledIn;
  for (let at = parent; at !== undefined; at = at.parent) {
    if (/^(?:method|function|closure|arrowfunc)$/u.test(at.node.kind)) return undefined;
    const reason = constants.get(at.node.kind);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

const filledIn = 'the text is filled in with variables, or a heredoc; put it together from quoted texts with "." first';

/** Where PHP takes constant expressions only (PHP manual, "Constant expressions"). */
const constants: ReadonlyMap<string, string> = new Map([
  ['encapsed', filledIn],
  ['constant', 'a constant takes no call; write define() instead, or a function that reads the parameter'],
  ['property', 'the default of a property takes no call; read the parameter in the constructor'],
  ['parameter', 'the default of a parameter takes no call; take null and read the parameter in the function'],
  ['staticvariable', 'a static variable takes no call in every version of PHP; give it null and read the parameter after it'],
  ['attribute', 'an attribute takes no call; read the parameter where the attribute is used'],
  ['enumcase', 'a case of an enum takes no call; read the parameter where the case is used'],
  ['declare', 'a directive takes no call'],
]);
