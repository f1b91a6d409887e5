import type { CdkSite } from '../core/sites/cdk.ts';
import { getContainerSite } from './cdk-container.ts';
import { getCdkFacts, getOriginalName, isFunctionConstruct, type CdkFacts } from './cdk-facts.ts';
import type { ProgramSource } from './module-facts.ts';
import { getKey, getLastName, getStaticText, unwrap } from './syntax.ts';
import type { Node } from './walk.ts';

/** A literal with the nodes around it; `ancestors` ends at the parent of `node`. */
export interface CdkPlace {
  readonly source: ProgramSource;
  readonly node: Node;
  readonly ancestors: readonly Node[];
  /** The secret is all of the literal. */
  readonly isWhole: boolean;
}

/** Whether a program describes infrastructure: a value that it read would end up in the template. */
export const isCdkProgram = ({ program }: ProgramSource): boolean => getCdkFacts(program).isCdk;

/** What a remedy needs to know of a literal in such a program. */
export function getCdkSite(place: CdkPlace): CdkSite {
  const facts = getCdkFacts(place.source.program);
  if (facts.isOfOthers) return refuse('what this program reads ends up in the files that it makes; refer to the parameter by its name, and read it at run time');
  const site = getSecretValue(place, facts) ?? getVariable(place, facts) ?? getAddedVariable(place, facts) ?? refuse(getAdvice(place));
  if (site.refusal !== undefined) return site;
  if (facts.isVersion1) return refuse('version 1 of the CDK is out of support; move to aws-cdk-lib first');
  if (!place.isWhole) return refuse('the secret is only a part of the text; store the whole text as one parameter and refer to that');
  return site;
}

const refuse = (refusal: string): CdkSite => ({ carrier: 'cdk', place: 'other', refusal });

/** `SecretValue.unsafePlainText('…')`, and `plainText` of older versions. */
function getSecretValue({ node, ancestors }: CdkPlace, facts: CdkFacts): CdkSite | undefined {
  const call = ancestors.at(-1);
  if (call?.type !== 'CallExpression' || call.arguments[0] !== node || call.callee.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = call.callee;
  if (!/^(?:unsafePlainText|plainText)$/u.test(getKey(property, computed) ?? '') || computed || getOriginalName(object, facts) !== 'SecretValue') return undefined;
  const refusal = getUnresolved(ancestors);
  return { carrier: 'cdk', place: 'secret-value', methodRange: property.range, valueRange: node.range, ...(refusal === undefined ? {} : { refusal }) };
}

/** Properties of the CDK that end up where CloudFormation resolves no SecureString. */
function getUnresolved(ancestors: readonly Node[]): string | undefined {
  const keys = ancestors.flatMap((node) => (node.type === 'Property' ? [getKey(node.key, node.computed) ?? ''] : []));
  if (keys.some((key) => /^secret(?:String|Object)Value$/u.test(key))) return 'let Secrets Manager make the value (generateSecretString), or create the secret outside of the stack';
  if (keys.some((key) => /^(?:oauthToken|accessToken)$/u.test(key))) return 'CloudFormation resolves no SecureString here; use a secret of Secrets Manager (SecretValue.secretsManager)';
  return keys.some((key) => /^environment(?:Variables)?$/u.test(key)) ? runTimeAdvice : undefined;
}

/** An entry of an object `environment`. */
function getVariable(place: CdkPlace, facts: CdkFacts): CdkSite | undefined {
  const [around, options, , environment, entry] = place.ancestors.slice(-5);
  if (entry?.type !== 'Property' || environment?.type !== 'ObjectExpression' || options?.type !== 'ObjectExpression') return undefined;
  const holder = place.ancestors.at(-3);
  const name = getKey(entry.key, entry.computed);
  if (holder?.type !== 'Property' || getKey(holder.key, holder.computed) !== 'environment' || holder.value !== environment || entry.value !== place.node || entry.computed || name === undefined) return undefined;
  if (around?.type === 'NewExpression' && isFunctionConstruct(around, facts)) {
    const takenNames = environment.properties.flatMap((other) => (other.type === 'Property' && other !== entry ? [getKey(other.key, other.computed) ?? ''] : []));
    return { carrier: 'cdk', place: 'function', name, keyRange: entry.key.range, valueRange: place.node.range, takenNames };
  }
  return isContainer(around, facts) ? getContainerSite({ place, options, holder, environment, entry, name }) : undefined;
}

/** What takes `environment` and `secrets` side by side (API reference of aws-cdk-lib, `aws_ecs` and `aws_ecs_patterns`). */
function isContainer(around: Node | undefined, facts: CdkFacts): boolean {
  if (around?.type === 'CallExpression') return getLastName(around.callee) === 'addContainer';
  if (around?.type === 'NewExpression') return /^(?:ContainerDefinition|QueueProcessing(?:Fargate|Ec2)Service)$/u.test(getOriginalName(around.callee, facts) ?? '');
  return around?.type === 'Property' && /^(?:taskImageOptions|scheduled(?:Fargate|Ec2)TaskImageOptions)$/u.test(getKey(around.key, around.computed) ?? '');
}

/** `handler.addEnvironment('NAME', '…')`, where the file makes the function; a container has a method of that name too. */
function getAddedVariable({ node, ancestors }: CdkPlace, { functions }: CdkFacts): CdkSite | undefined {
  const call = ancestors.at(-1);
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || getLastName(call.callee) !== 'addEnvironment' || call.arguments[1] !== node) return undefined;
  const [key] = call.arguments;
  const name = key === undefined ? undefined : getStaticText(key);
  if (key === undefined || name === undefined || unwrap(key) !== key || !functions.has(getLastName(call.callee.object) ?? '')) return undefined;
  return { carrier: 'cdk', place: 'function', name, keyRange: key.range, valueRange: node.range, takenNames: [] };
}

const runTimeAdvice = 'what CDK code holds goes into the template, and so would a value that is read here; pass the parameter’s name and read it at run time, or use SecretValue.ssmSecure where CloudFormation resolves it';

function getAdvice({ ancestors }: CdkPlace): string {
  const [call, , property] = ancestors.slice(-3);
  const key = property?.type === 'Property' ? getKey(property.key, property.computed) : undefined;
  const callee = call?.type === 'NewExpression' ? (getLastName(call.callee) ?? '') : '';
  if (key === 'stringValue' || (key === 'value' && callee === 'CfnParameter')) return 'CloudFormation cannot create a SecureString; create the parameter with "paramguard push" and delete it here';
  const isBuild = ancestors.some((node) => node.type === 'Property' && getKey(node.key, node.computed) === 'environmentVariables');
  if (isBuild) return 'give the variable the type PARAMETER_STORE and the parameter’s name as its value; elsewhere pass the name and read it at run time';
  return ancestors.some((node) => node.type === 'CallExpression' && getLastName(node.callee) === 'addEnvironment') ? 'give a container its secrets with addSecret and ecs.Secret.fromSsmParameter; give a function the parameter’s name and read it at run time' : runTimeAdvice;
}
