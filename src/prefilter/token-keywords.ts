import type { Detector } from '../core/detector.ts';
import { getSpellings } from '../core/near.ts';
import { createByteClass, type ByteClass } from '../kernel/byte-class.ts';
import type { Following, Keyword } from '../kernel/keyword.ts';
import { getTokenConditions, type TokenConditions } from './token-conditions.ts';
import { classes, conditions } from './token-table.ts';

/** Keywords without which a format is not in a text: where one is said to be, the format may be. */
export const toTokenKeywords = (detector: Detector): readonly Keyword[] => join(detector, getTokenConditions(detector));

/** The same for a format of `detectors/`, from the table that was made of them. */
export const getTokenKeywords = (detector: Detector): readonly Keyword[] => join(detector, getRow(detector.id).split('|').map(read));

let rows: ReadonlyMap<string, string> | undefined;

function getRow(id: string): string {
  rows ??= new Map(conditions.map((row) => [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)]));
  return rows.get(id) ?? '';
}

function join({ anchors, near = [], isCaseless = false }: Detector, given: readonly TokenConditions[]): readonly Keyword[] {
  // anchors with the same conditions have one entry
  if (anchors !== undefined) return anchors.map((text, index) => ({ text, isCaseless, ...(given[index] ?? given[0]) }));
  return near.flatMap(getSpellings).map((text) => ({ text, isCaseless: true, ...(text.length <= shortLength ? wordEdges : {}), ...given[0] }));
}

/** What makes a short word whole in `near.ts`. */
const shortLength = 4;
const wordEdges = { before: createByteClass([65, 90]), follows: [{ bytes: createByteClass([0, 96], [123, 255]), count: 1 }] };

/** As `npm run generate` writes them: `<2 3*16 5*4-20 ~7*1@282`. */
function read(text: string): TokenConditions {
  const parts = text === '' ? [] : text.split(' ');
  const before = parts.find((part) => part.startsWith('<'));
  const follows = parts.filter((part) => /^\d/u.test(part)).map(readStretch);
  const near = parts.find((part) => part.startsWith('~'))?.slice(1).split('@');
  return {
    ...(before === undefined ? {} : { before: getClass(Number(before.slice(1))) }),
    ...(follows.length === 0 ? {} : { follows }),
    ...(near === undefined ? {} : { near: { ...readStretch(near[0] ?? ''), reach: Number(near[1]) } }),
  };
}

function readStretch(text: string): Following {
  const [number = 0, count = 0, most] = text.split(/[*-]/u).map(Number);
  return { bytes: getClass(number), count, ...(most === undefined ? {} : { most }) };
}

const known = new Map<number, ByteClass>();
let ranges: readonly string[] | undefined;

/** The same object for the same class. */
function getClass(number: number): ByteClass {
  ranges ??= classes.split(' ');
  const bytes = known.get(number) ?? createByteClass(...(ranges[number] ?? '').split(',').map(readRange));
  known.set(number, bytes);
  return bytes;
}

const readRange = (range: string): readonly [number, number] => [Number.parseInt(range.slice(0, 2), 16), Number.parseInt(range.slice(2), 16)];
