import type { TerraformLine } from '../core/sites/terraform.ts';
import type { Attribute, Body } from './syntax.ts';

/**
 * The arguments whose signs stand under each other: lines that follow one another, each with an argument of its own
 * (https://developer.hashicorp.com/terraform/language/style#code-formatting).
 */
export function getAlignedLines(body: Body, attribute: Attribute, text: string): readonly TerraformLine[] {
  const index = body.attributes.indexOf(attribute);
  let first = index;
  let last = index;
  while (first > 0 && isNextLine(body.attributes[first - 1], body.attributes[first], text)) first--;
  while (last + 1 < body.attributes.length && isNextLine(body.attributes[last], body.attributes[last + 1], text)) last++;
  const lines = body.attributes.slice(first, last + 1).map(({ nameRange, equals }) => ({ nameRange, equals }));
  const isAligned = new Set(lines.map(({ nameRange, equals }) => equals - nameRange[0])).size === 1;
  return isAligned ? lines : lines.filter(({ equals }) => equals === attribute.equals);
}

function isNextLine(upper: Attribute | undefined, lower: Attribute | undefined, text: string): boolean {
  if (upper === undefined || lower === undefined || !isOneLine(upper, text) || !isOneLine(lower, text)) return false;
  return /^[^\n]*\n[ \t]*$/u.test(text.slice(upper.value.range[1], lower.nameRange[0]));
}

const isOneLine = ({ nameRange, value }: Attribute, text: string): boolean => !text.slice(nameRange[0], value.range[1]).includes('\n');
