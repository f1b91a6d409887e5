import { describeGrant, getParameterArn } from '../core/grant.ts';
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
      edits: [moveEntry(text, site, { toKey: 'aws:elasticbeanstalk:application:environmentsecrets', value: arn })],
      title: `move ${site.name} to the environment's secrets`,
      note: `The instance profile needs ${describeGrant('ssm:GetParameter', parameter)}; platforms from before 26 March 2025 do not know these secrets.`,
    };
  },
};
