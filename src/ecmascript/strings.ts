import type { TSESTree } from '@typescript-eslint/utils';
import type { Range } from '../core/range.ts';
import { unwrap } from './syntax.ts';

/** The text of a string expression with the places its parts come from. Holes of templates stand as `${source}`. */
export interface StaticString {
  readonly text: string;
  readonly parts: readonly StringPart[];
  readonly hasHoles: boolean;
}

export interface StringPart {
  readonly node: TSESTree.StringLiteral | TSESTree.TemplateElement | undefined;
  /** Offsets in the whole text. */
  readonly start: number;
  readonly end: number;
  /** Offset of the part's first character in the file, and the file's text of the part. */
  readonly sourceStart: number;
  readonly raw: string;
}

/** The text of a literal, template or concatenation with at least one literal part; undefined for any other expression. */
export function getStaticString(node: TSESTree.Node, source: string): StaticString | undefined {
  const parts: StringPart[] = [];
  const holes = { count: 0 };
  let text = '';
  const add = (part: Omit<StringPart, 'start' | 'end'>, value: string): void => {
    parts.push({ ...part, start: text.length, end: text.length + value.length });
    text += value;
  };
  collect(node, source, add, holes);
  return parts.some((part) => part.node !== undefined) ? { text, parts, hasHoles: holes.count > 0 } : undefined;
}

/** Where a range of the text stands in the file; a range over several parts reaches from the first to the last. */
export function toSourceRange(string: StaticString, range: Range): Range {
  const first = string.parts.find((part) => part.end > range[0]) ?? string.parts.at(-1);
  const last = string.parts.findLast((part) => part.start < range[1]) ?? first;
  if (first === undefined || last === undefined) return [0, 0];
  return [first.sourceStart + toRawOffset(first, range[0] - first.start), last.sourceStart + toRawOffset(last, range[1] - last.start)];
}

/** The one literal part that holds a range. */
export const getHoldingPart = (string: StaticString, range: Range): StringPart | undefined =>
  string.parts.find((part) => part.node !== undefined && part.start <= range[0] && part.end >= range[1]);

type Add = (part: Omit<StringPart, 'start' | 'end'>, value: string) => void;

function collect(expression: TSESTree.Node, source: string, add: Add, holes: { count: number }): void {
  const node = unwrap(expression);
  if (node.type === 'Literal' && typeof node.value === 'string') {
    add({ node: node, sourceStart: node.range[0] + 1, raw: source.slice(node.range[0] + 1, node.range[1] - 1) }, node.value);
  } else if (node.type === 'TemplateLiteral') {
    collectTemplate(node, source, add, holes);
  } else if (node.type === 'BinaryExpression' && node.operator === '+') {
    collect(node.left, source, add, holes);
    collect(node.right, source, add, holes);
  } else {
    holes.count++;
    add({ node: undefined, sourceStart: node.range[0], raw: source.slice(...node.range) }, `\${${source.slice(...node.range).slice(0, 40)}}`);
  }
}

function collectTemplate(node: TSESTree.TemplateLiteral, source: string, add: Add, holes: { count: number }): void {
  for (const [index, quasi] of node.quasis.entries()) {
    // parsers disagree on whether the range of a quasi takes in its marks; its raw text does not
    const raw = quasi.value.raw;
    const sourceStart = getQuasiStart(node, index, source);
    add({ node: quasi, sourceStart, raw: source.slice(sourceStart, sourceStart + raw.length) }, quasi.value.cooked ?? raw);
    const hole = node.expressions[index];
    if (hole === undefined) continue;
    holes.count++;
    add({ node: undefined, sourceStart: hole.range[0], raw: source.slice(...hole.range) }, `\${${source.slice(...hole.range).slice(0, 40)}}`);
  }
}

function getQuasiStart(node: TSESTree.TemplateLiteral, index: number, source: string): number {
  const before = node.expressions[index - 1];
  return before === undefined ? node.range[0] + 1 : source.indexOf('}', before.range[1]) + 1;
}

/** Steps over escapes: `offset` counts characters of the value, the result those of the source. */
function toRawOffset(part: StringPart, offset: number): number {
  // a hole's source stands behind its mark
  if (part.node === undefined) return Math.min(Math.max(0, offset - 2), part.raw.length);
  if (part.raw.length === part.end - part.start) return Math.min(offset, part.raw.length);
  let raw = 0;
  for (let value = 0; value < offset && raw < part.raw.length; ) {
    const [rawLength, valueLength] = getUnit(part.raw, raw);
    raw += rawLength;
    value += valueLength;
  }
  return raw;
}

const escapes = /\\(?:u\{(?<code>[\dA-Fa-f]+)\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|[0-7]{1,3}|\r\n|[^])|\r\n/uy;

/** Source and value length of the character or escape at an offset (ECMA-262, string literals). */
function getUnit(raw: string, offset: number): [raw: number, value: number] {
  escapes.lastIndex = offset;
  const found = escapes.exec(raw);
  if (found === null) return [1, 1];
  if (/^\\[\r\n\u2028\u2029]/u.test(found[0])) return [found[0].length, 0];
  const code = found.groups?.['code'];
  return [found[0].length, code !== undefined && Number.parseInt(code, 16) > 0xffff ? 2 : 1];
}
