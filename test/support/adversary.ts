import { parseExpression, type Expression } from '../../src/core/expressions/parse.ts';

/** The longest text that an expression nearly takes: what its repetitions can hold, and then a character that ends no match. */
export function makeNearMiss({ source, flags }: RegExp): string {
  const expression = parseExpression(source, flags);
  const items = expression.type === 'sequence' ? expression.items : [expression];
  return `${items.slice(0, -1).map(makeSample).join('')}${makeSample(items.at(-1) ?? { type: 'edge' }).slice(0, -1)}\u0000`;
}

function makeSample(node: Expression): string {
  switch (node.type) {
    case 'set':
      return String.fromCodePoint(choose(node.set.flatMap(([first, last]) => [first, Math.min(last, first + 1)])));
    case 'sequence':
      return node.items.map(makeSample).join('');
    case 'choice':
      return node.options.map(makeSample).reduce((longest, sample) => (sample.length > longest.length ? sample : longest), '');
    case 'repeat':
      return makeSample(node.body).repeat(Math.min(node.max, 20_000));
    default:
      return '';
  }
}

/** A letter or digit where there is one: most repetitions take those. */
const choose = (points: readonly number[]): number => points.find((point) => point === 0x61 || point === 0x30) ?? points.find((point) => point > 0x20) ?? points[0] ?? 0x61;
