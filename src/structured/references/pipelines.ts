import { getEntry, getKeys, getText, getValue, type Tree } from '../../core/tree.ts';
import type { FoundReferences } from '../../references/found.ts';
import { toReferenceProblem } from '../../references/problem.ts';
import { findScriptReferences } from '../../shell/references.ts';
import { isParameterArn } from '../../references/arn.ts';
import type { Mention } from '../references.ts';
import { placeName, toReference } from './place.ts';

/** CodeBuild, Copilot, and the scripts of pipelines. */
export function readPipeline(mention: Mention): Partial<FoundReferences> {
  const { cursor, root } = mention;
  if (isScript(mention)) return findScriptReferences(mention.file.text, cursor.node.content);
  if (cursor.key === 'secret-ids') return readSecretIds(mention);
  if (isBuildspec(root)) return readBuildspec(mention);
  if (cursor.key === 'Value' && getText(getValue(cursor.parent?.node, 'Type')) === 'PARAMETER_STORE') return readName(mention, 'CodeBuild');
  return isCopilot(mention) ? readCopilot(mention) : {};
}

/**
 * `run` of GitHub Actions, `commands` of buildspecs and Amplify, `script` of GitLab, Azure and npm, `command` and `args` of
 * containers, `cmds` of a Taskfile; a block of text that calls the AWS CLI is user data or the like.
 */
function isScript({ cursor, file }: Mention): boolean {
  const { key, parent, node } = cursor;
  if (/^(?:run|commands?|script|before_script|after_script|bash|inlineScript|cmds?|args)$/u.test(key ?? parent?.key ?? '') || getKeys(cursor).includes('UserData')) return true;
  if (/^(?:description|summary|comments?|notes?|documentation|message|body|text)$/iu.test(key ?? '')) return false;
  if (node.style === 'block') return /\baws\b[^\n]{0,100}\b(?:ssm|secretsmanager)\b/u.test(node.text);
  return parent?.key === 'scripts' && /(?:^|\/)package\.json$/u.test(file.path);
}

/** Input of aws-actions/aws-secretsmanager-get-secrets (its README): a secret a line, after an alias where it has one; `*` at the end takes several. */
function readSecretIds({ cursor, file }: Mention): Partial<FoundReferences> {
  if (getText(getValue(cursor.parent?.parent?.node, 'uses'))?.startsWith('aws-actions/aws-secretsmanager-get-secrets') !== true) return {};
  const ids = cursor.node.text.split('\n').map((line) => line.replace(/^[^,]{0,200},/u, '').trim()).filter((id) => id !== '' && !id.includes('$'));
  return { references: ids.map((id) => toReference(placeName(id, cursor.node, file.text), { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', reader: 'program' })) };
}

/** Build specification reference for CodeBuild, `env`. */
const isBuildspec = (root: Tree): boolean => getEntry(root, 'version') !== undefined && getEntry(root, 'phases') !== undefined;

function readBuildspec(mention: Mention): Partial<FoundReferences> {
  const [first, kind] = getKeys(mention.cursor);
  if (first !== 'env') return {};
  if (kind === 'parameter-store') return readName(mention, 'CodeBuild');
  if (kind !== 'secrets-manager') return {};
  const { cursor, file } = mention;
  const id = cursor.node.text.startsWith('arn:') ? cursor.node.text.split(':').slice(0, 7).join(':') : cursor.node.text.replace(/:[^]*/u, '');
  return { references: [toReference(placeName(id, cursor.node, file.text), { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', reader: 'deployment' })] };
}

/** `secrets:` of a Copilot manifest: the name of a parameter, or a map with `secretsmanager`. */
function isCopilot({ cursor, file }: Mention): boolean {
  return /(?:^|\/)copilot\/(?:[^/]+\/){1,9}manifest\.ya?ml$/u.test(file.path) && getKeys(cursor).includes('secrets');
}

function readCopilot(mention: Mention): Partial<FoundReferences> {
  const { cursor, file } = mention;
  if (cursor.key === 'from_cfn') return {};
  if (cursor.key !== 'secretsmanager') return readName(mention, 'Copilot', 'execution');
  const id = cursor.node.text.replace(/:[^]*/u, '');
  return { references: [toReference(placeName(id, cursor.node, file.text), { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', reader: 'execution' })] };
}

function readName({ cursor, file }: Mention, what: string, reader: 'deployment' | 'execution' = 'deployment'): Partial<FoundReferences> {
  const { node, key } = cursor;
  if (node.text.length < 2 || !node.isString) return {};
  if (isParameterArn(node.text) && what === 'CodeBuild') {
    const message = 'CodeBuild takes the name of a parameter here, not its ARN.';
    return { problems: [toReferenceProblem({ ruleId: 'no-unresolved-reference', kind: 'arn-for-name', severity: 'high', range: node.range, message, advice: 'write the name, with its leading slash' })] };
  }
  return { references: [toReference(placeName(node.text, node, file.text), { service: 'ssm', action: 'ssm:GetParameters', reader, subject: { name: key ?? '', path: [] } })] };
}
