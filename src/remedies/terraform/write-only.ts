import type { Edit } from '../../core/edit.ts';
import type { TerraformSite } from '../../core/sites/terraform.ts';
import { align } from './align.ts';

/** `password = "…"` becomes `password_wo` and, on the next line, `password_wo_version`. */
export function writeOnly(site: TerraformSite, text: string, name: string, reference: string): readonly Edit[] {
  const { argument } = site;
  if (argument === undefined) return [];
  const version = `${name}_version`;
  const { edits, pad } = align(argument, text, version);
  const lineStart = text.lastIndexOf('\n', argument.nameRange[0] - 1) + 1;
  const indent = /^[ \t]*/u.exec(text.slice(lineStart, argument.nameRange[0]))?.[0] ?? '';
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const own: Edit = { range: [argument.nameRange[0], site.range[1]], text: `${pad(name)} = ${reference}` };
  const rest = /^[^\r\n}]*/u.exec(text.slice(site.range[1]))?.[0] ?? '';
  const after = site.range[1] + rest.length;
  return [...edits, own, { range: [after, after], text: `${end}${indent}${pad(version)} = 1`, rank: -1 }];
}
