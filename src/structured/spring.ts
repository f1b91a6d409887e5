import { getLineStart, getNextLine } from '../core/lines.ts';
import type { Range } from '../core/range.ts';
import type { SpringSite } from '../core/sites/spring.ts';
import { getImportedPaths, isSpringPath } from '../core/spring.ts';
import { getKeys, getText, getValue, isCursorOn, toList, type Cursor, type ScalarTree, type Tree } from '../core/tree.ts';
import type { StructuredFile } from './document.ts';

/** The place of a secret in the settings of a Spring application. */
export function getSpringSite(cursor: Cursor<ScalarTree>, { path, text }: StructuredFile, isWhole: boolean): SpringSite | undefined {
  if (!isSpringPath(path) || cursor.key === undefined) return undefined;
  const lines = getLines(cursor, text);
  const refusal = getRefusal(cursor, isWhole);
  return {
    carrier: 'spring',
    property: getKeys(cursor).join('.'),
    range: cursor.node.range,
    isFlow: isCursorOn(cursor.parent, 'map') && cursor.parent.node.isFlow,
    ...(lines === undefined ? {} : { lines }),
    importedPaths: getImportedPaths(getImports(cursor)),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

/** Only lines that hold nothing else, in a map that holds more. */
function getLines({ node, parent }: Cursor<ScalarTree>, text: string): Range | undefined {
  if (!isCursorOn(parent, 'map') || parent.node.isFlow || parent.node.entries.length < 2) return undefined;
  const entry = parent.node.entries.find(({ value }) => value === node);
  if (entry === undefined) return undefined;
  const start = getLineStart(text, entry.keyRange[0]);
  return text.slice(start, entry.keyRange[0]).trim() === '' ? [start, getNextLine(text, node.range[1])] : undefined;
}

function getImports(cursor: Cursor): string[] {
  let at = cursor;
  while (at.parent !== undefined) at = at.parent;
  const config = getValue(getValue(at.node, 'spring'), 'config');
  const imports: (Tree | undefined)[] = [getValue(config, 'import'), getValue(at.node, 'spring.config.import')];
  return imports.flatMap(toList).map((item) => getText(item) ?? '');
}

function getRefusal(cursor: Cursor<ScalarTree>, isWhole: boolean): string | undefined {
  if (!isWhole) return 'The secret is only a part of the value: put "${VARIABLE}" in the place of that part, and set the variable from the parameter.';
  return cursor.node.style === 'block' ? 'The value is a text of several lines: replace it by hand.' : undefined;
}
