import type { Proposal, Remedy } from '../core/remedy.ts';
import type { DotenvSite } from '../core/sites/dotenv.ts';

/**
 * A value of a .env file becomes `ssm://NAME`. No loader of .env files resolves that: the program is started through
 * `paramguard exec`, which does and which stops where a parameter is missing.
 */
export const dotenv: Remedy<DotenvSite> = {
  carrier: 'dotenv',
  needs: 'parameter',
  secrets: 'like-parameters',
  propose({ site, parameter }): Proposal {
    if (parameter === undefined) return { edits: undefined, reason: 'no parameter' };
    const { name } = parameter.parameter;
    return {
      edits: [{ range: site.range, text: `ssm://${name}` }],
      title: `refer to ${name}`,
      note: 'Start the program with "paramguard exec -- COMMAND", which fills it in.',
    };
  },
};
