import type { Proposal, Remedy } from '../core/remedy.ts';
import type { ShellSite } from '../core/sites/shell.ts';

/**
 * `export X=literal` becomes a read in a statement of its own: `export X=$(…)` would hide a failed read from `set -e`,
 * and `get-parameters` prints `None` for a missing name and succeeds.
 */
export const shell: Remedy<ShellSite> = {
  carrier: 'shell',
  needs: 'parameter',
  secrets: 'like-parameters',
  propose({ site, parameter }): Proposal {
    if (parameter === undefined) return { edits: undefined, reason: 'no parameter' };
    const { name } = parameter.parameter;
    const read = `${site.variable}="$(aws ssm get-parameter --name ${name} --with-decryption --query Parameter.Value --output text)"`;
    return {
      edits: [{ range: site.range, text: site.isExport ? `${read}\n${site.indent}export ${site.variable}` : read }],
      title: `read ${name} with the AWS CLI`,
    };
  },
};
