import type { Edit } from '../core/edit.ts';
import { describeGrant } from '../core/grant.ts';
import type { Proposal, Remedy } from '../core/remedy.ts';
import type { GithubSite } from '../core/sites/github.ts';
import { removeVariable } from './github/env.ts';
import { getFreeId, insertStep } from './github/step.ts';

/**
 * A step after the one that signs in to AWS reads the parameter and masks it. A value of a later step takes it as an output; a
 * variable of the whole job goes through GITHUB_ENV, and leaves `env`
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
 */
export const github: Remedy<GithubSite> = {
  carrier: 'github',
  needs: 'parameter',
  propose({ site, text, parameter }): Proposal {
    if (parameter === undefined || site.login === undefined) return { edits: undefined, reason: site.refusal ?? 'No parameter is known for it.' };
    const { name } = parameter.parameter;
    const id = site.place === 'value' ? getFreeId(name, site.ids) : undefined;
    const step = insertStep(text, site.login, { parameter, variable: site.variable, ...(id === undefined ? {} : { id }) });
    return {
      edits: [step, ...replace(text, site, id)],
      title: `read ${name} in a step after the one that signs in to AWS`,
      note: `The role needs ${describeGrant('ssm:GetParameter', parameter)}.`,
    };
  },
};

function replace(text: string, site: GithubSite, id: string | undefined): readonly Edit[] {
  if (site.place === 'job') return removeVariable(text, site);
  if (site.place === 'script') return [{ range: site.range, text: `"$${site.variable}"` }];
  const expression = `\${{ steps.${id ?? ''}.outputs.value }}`;
  const mark = text.charAt(site.range[0]);
  const quote = mark === '"' || mark === "'" ? mark : site.needsQuotes ? '"' : '';
  return [{ range: site.range, text: quote + expression + quote }];
}
