import { describeGrant, getParameterArn } from '../core/grant.ts';
import type { Proposal, Remedy } from '../core/remedy.ts';
import type { ApprunnerSite } from '../core/sites/apprunner.ts';
import type { Move } from './ecs/entry.ts';
import { toMoveEdits } from './ecs/moves.ts';

/** A variable goes to the secrets that App Runner reads when a service starts (https://docs.aws.amazon.com/apprunner/latest/dg/env-variable.html). */
export const apprunner: Remedy<ApprunnerSite> = {
  carrier: 'apprunner',
  needs: 'parameter',
  secrets: { advice: 'put its ARN, with the six characters at the end, under the service’s secrets; the instance role needs secretsmanager:GetSecretValue' },
  propose({ text, site, parameter }): Proposal {
    if (parameter === undefined) return { edits: undefined, reason: 'no parameter' };
    const keys = keysOf[site.place];
    if (site.secrets?.entries.some(({ name }) => name === site.name) ?? false) return { edits: undefined, reason: `"${keys.list}" has ${site.name} already: delete the literal.` };
    const edits = toMoveEdits(text, [{ site, keys, valueFrom: getParameterArn(parameter) ?? parameter.parameter.name }]);
    if (edits === undefined) return { edits, reason: `The lists are laid out in two ways: move the variable to "${keys.list}" by hand.` };
    const role = site.hasInstanceRole ? 'The instance role needs' : 'Add an InstanceRoleArn, without which the service does not start; the role needs';
    return { edits, title: `move ${site.name} to "${keys.list}"`, note: `${role} ${describeGrant('ssm:GetParameters', parameter)}; the value is read when the service is deployed.` };
  },
};

const keysOf: Readonly<Record<ApprunnerSite['place'], Move['keys']>> = {
  template: { list: 'RuntimeEnvironmentSecrets', value: 'Value' },
  file: { list: 'secrets', value: 'value-from' },
};
