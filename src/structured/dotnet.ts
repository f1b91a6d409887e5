import type { DotnetSite } from '../core/sites/dotnet.ts';
import { getKeys, isCursorOn, type Cursor, type ScalarTree } from '../core/tree.ts';
import type { StructuredFile } from './document.ts';

/** The place of a secret in the settings of a .NET application (https://learn.microsoft.com/aspnet/core/fundamentals/configuration/). */
export function getDotnetSite(cursor: Cursor<ScalarTree>, { path, format }: StructuredFile): DotnetSite | undefined {
  const map = cursor.parent;
  if (format !== 'json' || !/(?:^|\/)appsettings(?:\.[\w-]{1,80}){0,3}\.json$/iu.test(path) || !isCursorOn(map, 'map')) return undefined;
  const { entries } = map.node;
  const index = entries.findIndex(({ value }) => value === cursor.node);
  const entry = entries[index];
  if (entry === undefined) return undefined;
  const previousEnd = entries[index - 1]?.value.range[1];
  const nextStart = entries[index + 1]?.keyRange[0];
  const isInList = hasList(cursor);
  return {
    carrier: 'dotnet',
    keys: getKeys(cursor).flatMap((key) => key.split(':')),
    range: [entry.keyRange[0], entry.value.range[1]],
    ...(previousEnd === undefined ? {} : { previousEnd }),
    ...(nextStart === undefined ? {} : { nextStart }),
    ...(isInList ? { refusal: 'The value is in a list, where the order counts: give the list a parameter for each position, and delete it here.' } : {}),
  };
}

function hasList(cursor: Cursor): boolean {
  for (let at: Cursor | undefined = cursor; at !== undefined; at = at.parent) if (at.node.kind === 'list') return true;
  return false;
}
