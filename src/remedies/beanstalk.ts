import type { Edit } from '../core/edit.ts';
import { describeGrant, getParameterArn } from '../core/grant.ts';
import { quoteLike, toScalar } from '../core/lines.ts';
import type { Proposal, Remedy } from '../core/remedy.ts';
import type { BeanstalkSite } from '../core/sites/beanstalk.ts';
import { moveEntry } from './move/map.ts';

/** A variable of an environment goes to its secrets, where Elastic Beanstalk takes ARNs only (https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.secrets.env-vars.html). */
export const beanstalk: Remedy<BeanstalkSite> = {
  carrier: 'beanstalk',
  needs: 'parameter',
  secrets: { advice: 'put its ARN under aws:elasticbeanstalk:application:environmentsecrets; the instance profile needs secretsmanager:GetSecretValue' },
  propose({ text, site, parameter }): Proposal {
    if (parameter === undefined) return { edits: undefined, reason: 'no parameter' };
    const arn = getParameterArn(parameter);
    if (arn === undefined) return { edits: undefined, reason: `Elastic Beanstalk takes the ARN of ${parameter.parameter.name}, which needs the account: run "paramguard sync" with a profile that tells it.` };
    return {
      edits: toEdits(text, site, arn),
      title: `move ${site.name} to the environment's secrets`,
      note: `The instance profile needs ${describeGrant('ssm:GetParameter', parameter)}; platforms from before 26 March 2025 do not know these secrets.`,
    };
  },
};

const secrets = 'aws:elasticbeanstalk:application:environmentsecrets';

function toEdits(text: string, site: BeanstalkSite, arn: string): Edit[] {
  if (site.place === 'map') return [moveEntry(text, site, { toKey: secrets, value: arn })];
  const { namespaceRange, valueRange } = site;
  return [
    { range: namespaceRange, text: quoteLike(text.charAt(namespaceRange[0]), secrets) },
    { range: valueRange, text: toScalar(text.slice(...valueRange), arn) },
  ];
}
