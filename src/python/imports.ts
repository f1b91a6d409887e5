import type { Cursor } from './cursor.ts';
import type { ImportedName, Statement } from './nodes.ts';

/** `import a.b as c, d` and `from a import (b as c, d)` */
export function readImport(cursor: Cursor): Statement {
  const start = cursor.token.range[0];
  const names = cursor.take().text === 'import' ? readModules(cursor) : readMembers(cursor);
  return { type: 'Import', names, range: cursor.span(start) };
}

function readModules(cursor: Cursor): ImportedName[] {
  const names: ImportedName[] = [];
  do {
    const module = readDotted(cursor);
    const local = readAlias(cursor) ?? module.split('.', 1)[0] ?? '';
    if (module !== '') names.push({ module, local });
  } while (cursor.eat(','));
  return names;
}

function readMembers(cursor: Cursor): ImportedName[] {
  while (cursor.eat('.') || cursor.eat('...'));
  const module = readDotted(cursor);
  if (!cursor.eat('import')) return [];
  if (cursor.eat('*')) return [{ module, name: '*', local: '*' }];
  const hasBrackets = cursor.eat('(');
  const names: ImportedName[] = [];
  while (cursor.token.type === 'name') {
    const name = cursor.take().text;
    names.push({ module, name, local: readAlias(cursor) ?? name });
    if (!cursor.eat(',')) break;
  }
  if (hasBrackets) cursor.eat(')');
  return names;
}

function readDotted(cursor: Cursor): string {
  let path = '';
  while (cursor.token.type === 'name' && !cursor.is('import') && !cursor.is('as')) {
    path += cursor.take().text;
    if (!cursor.eat('.')) break;
    path += '.';
  }
  return path;
}

const readAlias = (cursor: Cursor): string | undefined => (cursor.eat('as') && cursor.token.type === 'name' ? cursor.take().text : undefined);
