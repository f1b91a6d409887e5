import { parseExpression, type Expression } from '../../src/core/expressions/parse.ts';

/** The longest text that an expression nearly takes: what its repetitions can hold, and then a character that ends no match. */
export function makeNearMiss({ source, flags }: RegExp): string {
  const expression = parseExpression(source, flags);
  const items = expression.type === 'sequence' ? expression.items : [expression];
  return `${items.slice(0, -1).map(makeSample).join('')}${makeSample(items.at(-1) ?? { type: 'edge' }).slice(0, -1)}\u0000`;
}

/** Text that is repeated behind another. */
export interface Pump {
  readonly before: string;
  readonly pump: string;
}

/** For each repetition of an expression, what can stand in it, behind the least that leads to it. */
export function makePumps({ source, flags }: Pick<RegExp, 'source' | 'flags'>): Pump[] {
  const pumps: Pump[] = [];
  collect(parseExpression(source, flags), '', pumps);
  return [...new Map(pumps.map((pump) => [JSON.stringify(pump), pump])).values()];
}

/** Fewer are over at once, whatever stands there. */
const manyRounds = 50;

function collect(node: Expression, before: string, pumps: Pump[]): void {
  if (node.type === 'choice') for (const option of node.options) collect(option, before, pumps);
  if (node.type === 'look') collect(node.body, node.isBehind ? '' : before, pumps);
  if (node.type === 'repeat') {
    const pump = makeLeast(node.body) || makeSample(node.body).slice(0, 40);
    if (node.max > manyRounds && pump !== '') pumps.push({ before, pump }, { before: '', pump: before + pump });
    collect(node.body, before, pumps);
  }
  if (node.type !== 'sequence') return;
  let least = before;
  for (const item of node.items) {
    collect(item, least, pumps);
    least += makeLeast(item);
  }
}

/** The shortest text that a part takes. */
function makeLeast(node: Expression): string {
  switch (node.type) {
    case 'set':
      return makeSample(node);
    case 'sequence':
      return node.items.map(makeLeast).join('');
    case 'choice':
      return node.options.map(makeLeast).reduce((shortest, sample) => (sample.length < shortest.length ? sample : shortest));
    case 'repeat':
      return makeLeast(node.body).repeat(node.min);
    default:
      return '';
  }
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
