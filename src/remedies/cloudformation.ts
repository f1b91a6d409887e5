import { isSecureProperty } from '../core/cloudformation-properties.ts';
import type { Proposal, Remedy, RemedyRequest } from '../core/remedy.ts';
import { getSecretId } from '../core/secrets-manager.ts';
import type { CloudFormationSite } from '../core/sites/cloudformation.ts';

/** A property becomes a dynamic reference (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html). */
export const cloudformation: Remedy<CloudFormationSite> = {
  carrier: 'cloudformation',
  needs: 'parameter',
  secrets: 'like-parameters',
  propose(request): Proposal {
    const id = getSecretId(request.parameter?.parameter.name ?? '');
    const reason = id === undefined ? getObstacle(request) : getSecretObstacle(request);
    if (reason !== undefined || request.parameter === undefined) return { edits: undefined, reason: reason ?? 'No parameter is known for it.' };
    const { name } = request.parameter.parameter;
    // without quotes, braces would begin a map
    const quote = request.text.charAt(request.site.range[0]) === "'" ? "'" : request.site.format === 'json' || request.text.charAt(request.site.range[0]) === '"' ? '"' : "'";
    const reference = id === undefined ? `resolve:ssm-secure:${name}` : `resolve:secretsmanager:${id}:SecretString`;
    return {
      edits: [{ range: request.site.range, text: `${quote}{{${reference}}}${quote}` }],
      title: `resolve ${name} at deployment`,
      note: id === undefined ? 'Whoever deploys needs ssm:GetParameters on the parameter.' : 'For one pair of a secret in JSON add its key after "SecretString:".',
    };
  },
};

/** A secret is resolved in every property (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html). */
function getSecretObstacle({ site, parameter }: RemedyRequest<CloudFormationSite>): string | undefined {
  if (site.refusal !== undefined) return site.refusal;
  const isStore = /^(?:Parameters|AWS::SSM::Parameter|AWS::SecretsManager::Secret)$/u.test(site.resourceType);
  return isStore ? getAdvice(site, parameter?.parameter.name ?? '') : undefined;
}

function getObstacle({ site, parameter }: RemedyRequest<CloudFormationSite>): string | undefined {
  if (site.refusal !== undefined) return site.refusal;
  if (parameter === undefined) return 'No parameter is known for it.';
  if (!isSecureProperty(site.resourceType, site.property)) return getAdvice(site, parameter.parameter.name);
  const { name, type } = parameter.parameter;
  if (type !== 'SecureString') return `${name} is a ${type}: store the secret as a SecureString first.`;
  if (parameter.evidence.region.startsWith('cn-')) return 'CloudFormation does not resolve SecureStrings in the regions of China: use a secret of Secrets Manager.';
  return /^[\w.\-/]+$/u.test(name) ? undefined : `CloudFormation does not take the name ${name} in a reference.`;
}

function getAdvice({ resourceType, property }: CloudFormationSite, name: string): string {
  if (resourceType === 'Parameters') return `A default is readable by all who see the template: delete it, and refer to ${name} where the parameter is used.`;
  if (/^AWS::(?:Lambda|Serverless)::Function$/u.test(resourceType)) {
    return `Lambda does not resolve SecureStrings: put the name ${name} in the environment and fetch the value when the function starts.`;
  }
  if (resourceType === 'AWS::SSM::Parameter') return 'CloudFormation cannot create a SecureString: create the parameter outside of the template and delete it here.';
  if (resourceType === 'AWS::SecretsManager::Secret') return 'Let Secrets Manager make the value: use GenerateSecretString.';
  return `CloudFormation does not resolve SecureStrings in ${property} of ${resourceType}: pass the name ${name} and fetch the value at run time, or use a secret of Secrets Manager.`;
}
