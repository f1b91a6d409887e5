import type { Proposal } from '../../core/remedy.ts';
import type { TerraformSite } from '../../core/sites/terraform.ts';
import type { Present } from '../../core/store.ts';
import { getLineStart } from '../../core/lines.ts';
import { align } from './align.ts';

/** A variable without a default has to be given, so that a run without the parameter stops; a sensitive one is not shown. */
export function dropDefault(site: TerraformSite, text: string, { parameter: { name } }: Present): Proposal {
  const { argument, type } = site;
  if (argument === undefined) return { edits: undefined, reason: 'Delete the default by hand.' };
  const note = `Put TF_VAR_${type}=ssm://${name} into the environment and start with "paramguard exec -- terraform apply"; a module that is called takes it from its caller.`;
  const title = `ask for ${type} in place of the default`;
  if (argument.siblings.includes('sensitive')) return { edits: [{ range: getLine(text, argument.nameRange[0], site.range[1]), text: '' }], title, note };
  const { edits, pad } = align(argument, text, 'sensitive');
  return { edits: [...edits, { range: [argument.nameRange[0], site.range[1]], text: `${pad('sensitive')} = true` }], title, note };
}

/** With its break, where nothing else stands in it. */
function getLine(text: string, start: number, end: number): readonly [number, number] {
  const first = getLineStart(text, start);
  const after = /^[ \t]*(?:(?:#|\/\/)[^\n]*)?\n/u.exec(text.slice(end, end + 2000))?.[0] ?? '';
  return text.slice(first, start).trim() === '' && after !== '' ? [first, end + after.length] : [start, end];
}
