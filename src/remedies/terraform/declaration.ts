import type { Edit } from '../../core/edit.ts';
import { getParameterArn } from '../../core/grant.ts';
import { splitWords } from '../../core/names.ts';
import type { TerraformDeclaration, TerraformSite } from '../../core/sites/terraform.ts';
import type { Present } from '../../core/store.ts';
import { getNewline } from '../../core/lines.ts';

/** A read of the parameter, and the block that makes it, where the file has none. It goes to the end, so that two edits make it once. */
export function declare(kind: TerraformDeclaration['kind'], site: TerraformSite, text: string, parameter: Present): { readonly reference: string; readonly edits: readonly Edit[] } {
  const value = kind === 'data' ? parameter.parameter.name : (getParameterArn(parameter) ?? '');
  const own = site.declarations.filter((declaration) => declaration.kind === kind);
  const known = own.find(({ reference }) => reference === value);
  const label = known?.label ?? getFreeLabel(parameter.parameter.name, own);
  const reference = `${kind}.aws_ssm_parameter.${label}.value`;
  if (known !== undefined) return { reference, edits: [] };
  const end = getNewline(text);
  const lines = ['', `${kind} "aws_ssm_parameter" "${label}" {`, `  ${kind === 'data' ? 'name' : 'arn'} = "${value}"`, '}', ''];
  return { reference, edits: [{ range: [text.length, text.length], text: (/(?:^|\n)$/u.test(text) ? '' : end) + lines.join(end) }] };
}

/** Of the whole name, so that no other parameter of the module has it. */
function getFreeLabel(name: string, taken: readonly TerraformDeclaration[]): string {
  const words = name.split('/').flatMap(splitWords).join('_');
  const base = /^[a-z_]/u.test(words) ? words : `p_${words}`;
  let label = base;
  for (let count = 2; taken.some((declaration) => declaration.label === label); count++) label = `${base}_${String(count)}`;
  return label;
}
