import { getNameKind } from '../core/names.ts';
import type { Problem } from '../core/problem.ts';
import type { Reference } from '../core/reference.ts';
import type { FoundReferences } from '../references/found.ts';
import { readValueFrom } from '../references/arn.ts';
import { showName, toPattern } from '../references/name.ts';
import { judgeFunctionVariable, judgeResource, toMissingRole } from '../references/places.ts';
import { toReferenceProblem } from '../references/problem.ts';
import { getAttribute, getPlainText, type Block, type Body, type Expression, type Text } from './syntax.ts';
import { getKeys, getNameBeside, isOn, walkBody, type TextCursor } from './walk.ts';

export function findReferences(root: Body, text: string): FoundReferences {
  const blocks = root.blocks.flatMap((block) => [...readBlock(block, text)]);
  const problems = root.blocks.flatMap((block) => judgeBlock(block, text));
  const references: Reference[] = [...blocks];
  for (const cursor of walkBody(root, text)) {
    if (!isOn(cursor, 'text')) continue;
    references.push(...readContainerSecret(cursor, text), ...readBuildVariable(cursor, text));
    problems.push(...judgeVariable(cursor), ...judgePolicyResource(cursor));
  }
  return { references, problems };
}

type Kind = Pick<Reference, 'service' | 'action'> & { readonly argument: string; readonly isPath?: true };

/** Data sources and ephemeral resources of the AWS provider (its documentation in the Terraform registry). */
const sources: Readonly<Record<string, readonly Kind[]>> = {
  aws_ssm_parameter: [
    { service: 'ssm', action: 'ssm:GetParameter', argument: 'name' },
    { service: 'ssm', action: 'ssm:GetParameter', argument: 'arn' },
  ],
  aws_ssm_parameters_by_path: [{ service: 'ssm', action: 'ssm:GetParametersByPath', argument: 'path', isPath: true }],
  aws_secretsmanager_secret: [
    { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', argument: 'name' },
    { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', argument: 'arn' },
  ],
  aws_secretsmanager_secret_version: [{ service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', argument: 'secret_id' }],
};

function* readBlock({ type, labels, body }: Block, text: string): Generator<Reference> {
  if (type !== 'data' && type !== 'ephemeral') return;
  const decryption = getAttribute(body, 'with_decryption')?.value;
  const isOff = decryption?.kind === 'constant' && decryption.text === 'false';
  for (const { argument, isPath = false, ...kind } of sources[labels[0] ?? ''] ?? []) {
    const value = getAttribute(body, argument)?.value;
    const place = value?.kind === 'text' ? placeName(value, text) : undefined;
    if (place !== undefined) yield { ...place, ...kind, reader: 'deployment', takes: 'any', decryption: isOff ? 'absent' : 'present', isPath };
  }
}

function placeName({ text: value, content, hasHoles }: Text, source: string): Pick<Reference, 'name' | 'range' | 'isVerbatim'> | undefined {
  const name = toPattern(value);
  if (name.replace(/[*/]/gu, '') === '') return undefined;
  return { name, range: content, isVerbatim: !hasHoles && source.slice(...content) === name };
}

/** A parameter of this module that keeps a secret unencrypted, and a task with secrets and without the role that reads them. */
function judgeBlock({ type, labels, body }: Block, text: string): Problem[] {
  if (type !== 'resource') return [];
  if (labels[0] === 'aws_ssm_parameter') return judgeCreated(body, text);
  return labels[0] === 'aws_ecs_task_definition' ? judgeTask(body) : [];
}

function judgeCreated(body: Body, text: string): Problem[] {
  const name = getAttribute(body, 'name')?.value;
  const kind = getAttribute(body, 'type')?.value;
  if (name?.kind !== 'text' || kind?.kind !== 'text' || getPlainText(kind) === 'SecureString' || kind.hasHoles) return [];
  if (isPointer(getAttribute(body, 'value')?.value, text) || getNameKind(toPattern(name.text).split('/').at(-1) ?? '') === undefined) return [];
  const message = `The parameter ${showName(toPattern(name.text))} is a secret and is stored as ${showName(kind.text)}, which is not encrypted.`;
  const site = { carrier: 'correction', range: kind.content, edits: [{ range: kind.content, text: 'SecureString' }], title: 'store it as SecureString' } as const;
  return [toReferenceProblem({ ruleId: 'no-plaintext-parameter', kind: 'stored-as-string', severity: 'high', range: kind.content, message, site })];
}

/** `value = aws_secretsmanager_secret.db.arn`: where the secret is, not what it is. */
const isPointer = (value: Expression | undefined, text: string): boolean => value !== undefined && /\.(?:arn|id|name|key_id|url|endpoint)(?:\}?"?)$/u.test(text.slice(...value.range).trim().slice(-200));

function judgeTask(body: Body): Problem[] {
  const definitions = getAttribute(body, 'container_definitions');
  if (definitions?.value.kind !== 'call' || definitions.value.name !== 'jsonencode' || getAttribute(body, 'execution_role_arn') !== undefined) return [];
  const lists = definitions.value.parts.flatMap((part) => (part.kind === 'tuple' ? part.items : []));
  const item = lists.flatMap((container) => (container.kind === 'object' ? container.items.filter(({ key, value }) => key === 'secrets' && value.kind === 'tuple' && value.items.length > 0) : [])).at(0);
  if (item === undefined) return [];
  return [toMissingRole(item.keyRange, 'execution_role_arn')];
}

/** `secrets = [{ name, valueFrom }]` within `container_definitions`. */
function readContainerSecret(cursor: TextCursor, text: string): Reference[] {
  if (cursor.key !== 'valueFrom' || cursor.parent === undefined || isInFunction(cursor)) return [];
  const place = placeName(cursor.node, text);
  if (place === undefined) return [];
  const value = readValueFrom(place.name);
  return [{ ...place, ...value, isVerbatim: place.isVerbatim && value.name === place.name, reader: 'execution', takes: 'any', decryption: 'present', isPath: false }];
}

/** `environment_variable { type = "PARAMETER_STORE" … }` of a CodeBuild project. */
function readBuildVariable(cursor: TextCursor, text: string): Reference[] {
  if (cursor.attribute.name !== 'value' || cursor.blocks.at(-1)?.type !== 'environment_variable' || getPlainText(getAttribute(cursor.body, 'type')?.value) !== 'PARAMETER_STORE') return [];
  const place = placeName(cursor.node, text);
  return place === undefined ? [] : [{ service: 'ssm', action: 'ssm:GetParameters', ...place, reader: 'deployment', takes: 'any', decryption: 'present', isPath: false }];
}

const isInFunction = ({ blocks }: TextCursor): boolean => blocks[0]?.type === 'resource' && blocks[0].labels[0] === 'aws_lambda_function';

function judgeVariable(cursor: TextCursor): Problem[] {
  if (!isInFunction(cursor) || !cursor.blocks.some(({ type }) => type === 'environment')) return [];
  const name = getNameBeside(cursor) ?? getKeys(cursor).at(-1) ?? '';
  return judgeFunctionVariable({ name, text: cursor.node.text, isValueFrom: /^value_?from$/iu.test(cursor.key ?? ''), range: cursor.node.range });
}

/** Resources of policies, in `jsonencode` and in `aws_iam_policy_document`. */
const judgePolicyResource = (cursor: TextCursor): Problem[] => (/^resources?$/iu.test(getKeys(cursor).at(-1) ?? '') ? judgeResource(cursor.node.text, cursor.node.content) : []);
