import type { Edit } from '../core/edit.ts';
import { describeGrant } from '../core/grant.ts';
import { getColumn, getNewline, quoteLike, toScalar } from '../core/lines.ts';
import type { Proposal, Remedy } from '../core/remedy.ts';
import type { CodebuildSite, ProjectSite } from '../core/sites/codebuild.ts';
import { moveEntry } from './move/map.ts';

/** A variable of a build is read from Parameter Store when the build starts; CodeBuild takes names here, no ARNs. */
export const codebuild: Remedy<CodebuildSite> = {
  carrier: 'codebuild',
  needs: 'parameter',
  secrets: { advice: 'name it under "secrets-manager", as ID:KEY, or give the variable the type SECRETS_MANAGER' },
  propose({ text, site, parameter }): Proposal {
    if (parameter === undefined) return { edits: undefined, reason: 'no parameter' };
    const { name } = parameter.parameter;
    return {
      edits: site.place === 'project' ? toProjectEdits(text, site, name) : [moveEntry(text, site, { toKey: 'parameter-store', value: name })],
      title: site.place === 'project' ? `read ${site.name} from ${name}` : `move ${site.name} to "parameter-store"`,
      note: `The service role of the build needs ${describeGrant('ssm:GetParameters', parameter)}.`,
    };
  },
};

const type = 'PARAMETER_STORE';

function toProjectEdits(text: string, { isFlow, valueKeyRange, valueRange, typeRange }: ProjectSite, name: string): Edit[] {
  const value: Edit = { range: valueRange, text: toScalar(text.slice(...valueRange), name) };
  if (typeRange !== undefined) return [{ range: typeRange, text: quoteLike(text.charAt(typeRange[0]), type) }, value];
  const mark = text.charAt(valueKeyRange[0]);
  const space = isFlow ? ', ' : getNewline(text) + ' '.repeat(getColumn(text, valueKeyRange[0]));
  return [{ range: [valueKeyRange[0], valueKeyRange[0]], text: `${quoteLike(mark, 'Type')}: ${quoteLike(mark, type)}${space}` }, value];
}
