import type { Proposal, Remedy } from '../core/remedy.ts';
import type { DotenvSite } from '../core/sites/dotenv.ts';

/**
 * A value of a .env file becomes `ssm://NAME`. No common loader of .env files resolves that: the program is started through
 * `paramguard exec`, which does and which stops where a parameter is missing. A project with varlock's plugin for AWS
 * (https://www.npmjs.com/package/@varlock/aws-secrets-plugin) has a loader that resolves references of its own.
 */
export const dotenv: Remedy<DotenvSite> = {
  carrier: 'dotenv',
  needs: 'parameter',
  secrets: 'like-parameters',
  propose({ site, parameter, project }): Proposal {
    if (parameter === undefined) return { edits: undefined, reason: 'no parameter' };
    const { name } = parameter.parameter;
    const title = `refer to ${name}`;
    if (project.dependencies?.has('@varlock/aws-secrets-plugin') === true) {
      return { edits: [{ range: site.range, text: `awsParam("${name}")` }], title, note: 'varlock fills it in; its plugin must be named in .env.schema.' };
    }
    return { edits: [{ range: site.range, text: `ssm://${name}` }], title, note: 'Start the program with "paramguard exec --dotenv FILE -- COMMAND", which fills it in.' };
  },
};
