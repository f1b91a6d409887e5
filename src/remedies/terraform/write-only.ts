import type { Edit } from '../../core/edit.ts';
import type { TerraformSite } from '../../core/sites/terraform.ts';
import { getLineStart, getNewline } from '../../core/lines.ts';
import { align } from './align.ts';

/** `password = "…"` becomes `password_wo` and, on the next line, `password_wo_version`. */
export function writeOnly(site: TerraformSite, text: string, name: string, reference: string): readonly Edit[] {
  const { argument } = site;
  if (argument === undefined) return [];
  const version = `${name}_version`;
  const { edits, pad } = align(argument, text, version);
  const indent = /^[ \t]*/u.exec(text.slice(getLineStart(text, argument.nameRange[0]), argument.nameRange[0]))?.[0] ?? '';
  const own: Edit = { range: [argument.nameRange[0], site.range[1]], text: `${pad(name)} = ${reference}` };
  const rest = /^[^\r\n}]*/u.exec(text.slice(site.range[1]))?.[0] ?? '';
  const after = site.range[1] + rest.length;
  return [...edits, own, { range: [after, after], text: `${getNewline(text)}${indent}${pad(version)} = 1`, rank: -1 }];
}
