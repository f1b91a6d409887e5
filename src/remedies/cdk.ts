import { splitWords } from '../core/names.ts';
import { describeGrant } from '../core/grant.ts';
import { quoteLike } from '../core/lines.ts';
import type { Proposal, Remedy, RemedyRequest } from '../core/remedy.ts';
import { getSecretId } from '../core/secrets-manager.ts';
import type { CdkSite, ContainerSite, FunctionSite, SecretValueSite } from '../core/sites/cdk.ts';
import type { Present } from '../core/store.ts';
import { moveToSecrets } from './cdk/move.ts';
import { getConstruct } from './javascript/construct.ts';

/**
 * In a program of the AWS CDK the template gets a reference, never a value: what the program reads is written to the template
 * (https://docs.aws.amazon.com/cdk/v2/guide/get-ssm-value.html).
 */
export const cdk: Remedy<CdkSite> = {
  carrier: 'cdk',
  needs: 'parameter',
  secrets: 'like-parameters',
  propose({ text, site, parameter }: RemedyRequest<CdkSite>): Proposal {
    if (parameter === undefined || site.place === 'other') return { edits: undefined, reason: site.refusal ?? 'no parameter' };
    if (site.place === 'secret-value') return proposeReference(text, site, parameter);
    if (getSecretId(parameter.parameter.name) !== undefined) return { edits: undefined, reason: 'it is a secret of Secrets Manager: refer to it with secretsmanager.Secret.fromSecretNameV2, in a container through ecs.Secret.fromSecretsManager' };
    return site.place === 'container' ? proposeSecret(text, site, parameter) : proposeName(text, site, parameter);
  },
};

const properties = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html';

function proposeReference(text: string, { methodRange, valueRange }: SecretValueSite, { parameter: { name } }: Present): Proposal {
  const id = getSecretId(name);
  return {
    edits: [
      { range: methodRange, text: id === undefined ? 'ssmSecure' : 'secretsManager' },
      { range: valueRange, text: quoteAs(text, valueRange[0], id ?? name) },
    ],
    title: `resolve ${name} at deployment`,
    note: id === undefined ? `CloudFormation resolves it in eleven properties and nowhere else (${properties}); whoever deploys needs ssm:GetParameters on it.` : 'For one pair of a secret in JSON add { jsonField: … }.',
  };
}

function proposeSecret(text: string, site: ContainerSite, { parameter: { name, keyId } }: Present): Proposal {
  const secret = getConstruct(site.module, 'ecs', 'Secret');
  const parameter = getConstruct(site.module, 'ssm', 'StringParameter');
  const { quote } = site.module;
  const reference = `${parameter.name}.fromSecureStringParameterAttributes(this, ${quote}${getId(site)}${quote}, { parameterName: ${quote}${name}${quote} })`;
  const key = keyId === 'alias/aws/ssm' ? '' : '; a parameter with a KMS key of your own takes it as "encryptionKey"';
  return {
    edits: [moveToSecrets(text, site, `${secret.name}.fromSsmParameter(${reference})`), ...secret.edits, ...parameter.edits],
    title: `take ${site.name} from ${name} when the container starts`,
    note: `The construct lets the execution role read it${key}.`,
  };
}

/** Ids are unique within a construct; the file's texts stand for those that are taken. */
function getId({ name, texts, ordinal }: ContainerSite): string {
  const base = `${splitWords(name).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Parameter`;
  let free = 0;
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base}${String(count)}`;
    if (!texts.has(id) && free++ >= ordinal) return id;
  }
}

/** As in the remedy for functions in templates: code that goes on reading the old variable finds none. */
function proposeName(text: string, { name, keyRange, valueRange, takenNames }: FunctionSite, parameter: Present): Proposal {
  const renamed = /[a-z]/u.test(name) ? `${name}Param` : `${name}_PARAM`;
  if (takenNames.includes(renamed)) return { edits: undefined, reason: `Lambda does not resolve SecureStrings, and ${renamed} is there already: delete ${name} where the code reads the parameter.` };
  return {
    edits: [
      { range: keyRange, text: quoteAs(text, keyRange[0], renamed) },
      { range: valueRange, text: quoteAs(text, valueRange[0], parameter.parameter.name) },
    ],
    title: `pass the name ${parameter.parameter.name} as ${renamed}`,
    note: `Change the code before you deploy this: it has to fetch the value named by ${renamed} when it starts (Powertools getParameter with decryption); the function’s role needs ${describeGrant('ssm:GetParameter', parameter)}, which parameter.grantRead(function) gives.`,
  };
}

const quoteAs = (text: string, offset: number, content: string): string => (text.charAt(offset) === '`' ? `\`${content}\`` : quoteLike(text.charAt(offset), content));
