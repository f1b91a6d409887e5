import type { Proposal, Remedy } from '../core/remedy.ts';
import type { ServerlessSite } from '../core/sites/serverless.ts';
import type { Present } from '../core/store.ts';

/** A value of a service becomes a variable that is resolved at deployment (https://www.serverless.com/framework/docs/providers/aws/guide/variables). */
export const serverless: Remedy<ServerlessSite> = {
  carrier: 'serverless',
  needs: 'parameter',
  secrets: 'like-parameters',
  propose({ text, site, parameter }): Proposal {
    if (parameter === undefined) return { edits: undefined, reason: 'no parameter' };
    const { name } = parameter.parameter;
    const mark = text.charAt(site.range[0]);
    const quote = mark === '"' || mark === "'" ? mark : site.isFlow ? "'" : '';
    return {
      edits: [{ range: site.range, text: `${quote}${getVariable(site, parameter)}${quote}` }],
      title: `resolve ${name} at deployment`,
      note: 'Whoever deploys needs ssm:GetParameter on it. The value goes into the template and the settings of the function in plain text: to keep it out of these, pass the name and fetch the value when the function starts.',
    };
  },
};

/** The region of the deployment needs no mention. */
const getVariable = ({ region }: ServerlessSite, { parameter: { name }, evidence }: Present): string =>
  region === undefined || region === evidence.region ? `\${ssm:${name}}` : `\${ssm(${evidence.region}):${name}}`;
