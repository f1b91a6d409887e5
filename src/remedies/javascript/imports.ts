import type { Edit } from '../../core/edit.ts';
import type { ImportedModule, JavaScriptModule } from '../../core/sites/javascript.ts';

export interface NeededImport {
  readonly locals: Readonly<Record<string, string>>;
  readonly edits: readonly Edit[];
}

/** Adds what is missing to the file's own import of the module, or writes a new one. */
export function getImport(site: JavaScriptModule, source: string, names: readonly string[]): NeededImport {
  const imported = site.imports.filter((entry) => entry.source === source);
  const locals = Object.fromEntries(names.map((name) => [name, findLocal(imported, name) ?? getFreeName(site, name)]));
  const missing = names.filter((name) => findLocal(imported, name) === undefined);
  if (missing.length === 0) return { locals, edits: [] };
  const isEsm = site.syntax === 'import';
  const parts = missing.map((name) => (locals[name] === name ? name : `${name}${isEsm ? ' as ' : ': '}${locals[name] ?? name}`));
  const open = imported.find(({ insertOffset }) => insertOffset !== undefined)?.insertOffset;
  if (open !== undefined) return { locals, edits: [{ range: [open, open], text: `, ${parts.join(', ')}` }] };
  return { locals, edits: [insert(site, site.importOffset, writeImport(site, source, parts.join(', '), isEsm), 0)] };
}

const findLocal = (imported: readonly ImportedModule[], name: string): string | undefined => {
  for (const { names } of imported) {
    const exact = names.find(([original]) => original === name);
    if (exact !== undefined) return exact[1];
    const namespace = names.find(([original]) => original === '*');
    if (namespace !== undefined) return `${namespace[1]}.${name}`;
  }
  return undefined;
};

const writeImport = ({ quote, semicolon, newline }: JavaScriptModule, source: string, names: string, isEsm: boolean): string =>
  isEsm
    ? `import { ${names} } from ${quote}${source}${quote}${semicolon}${newline}`
    : `const { ${names} } = require(${quote}${source}${quote})${semicolon}${newline}`;

export function getFreeName(site: JavaScriptModule, name: string): string {
  let free = name;
  for (let count = 2; site.takenNames.includes(free); count++) free = `${name}${String(count)}`;
  return free;
}

/** A helper stands apart by a blank line: before it after imports, behind it (and behind new imports) at the top of a file. */
export function insert(site: JavaScriptModule, offset: number, text: string, rank: number): Edit {
  const { newline } = site;
  const before = `${site.isAtLineStart ? '' : newline}${rank === 1 && !site.isAfterBlankLine ? newline : ''}`;
  return { range: [offset, offset], text: `${before}${text}${site.isAfterBlankLine ? newline : ''}`, rank };
}
