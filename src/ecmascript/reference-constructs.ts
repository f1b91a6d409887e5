import type { Problem } from '../core/problem.ts';
import type { Reference } from '../core/reference.ts';
import { getNameKind } from '../core/names.ts';
import { getValue, type Tree } from '../core/tree.ts';
import type { FoundReferences } from '../references/found.ts';
import { showName } from '../references/name.ts';
import { toReferenceProblem } from '../references/problem.ts';
import { toLiteralTree } from './literal-tree.ts';
import { readName } from './reference-name.ts';
import type { Call, Scopes } from './scope.ts';
import { getDottedPath } from './syntax.ts';

/** How a factory method of `aws-cdk-lib` (its API reference, `aws_ssm` and `SecretValue`) names what it resolves. */
interface Factory {
  readonly service: Reference['service'];
  readonly argument: number;
  /** Properties of the argument that hold the name and its version; absent where the argument is the name. */
  readonly key?: string;
  readonly versionKey?: string;
  readonly versionArgument?: number;
  readonly takes: Reference['takes'];
}

const factories: ReadonlyMap<string, Factory> = new Map<string, Factory>([
  ['SecretValue.ssmSecure', { service: 'ssm', argument: 0, versionArgument: 1, takes: 'secure' }],
  ['StringParameter.valueForStringParameter', { service: 'ssm', argument: 1, versionArgument: 2, takes: 'plain' }],
  ['StringParameter.valueForTypedStringParameterV2', { service: 'ssm', argument: 1, takes: 'plain' }],
  ['StringParameter.valueForSecureStringParameter', { service: 'ssm', argument: 1, versionArgument: 2, takes: 'secure' }],
  ['StringParameter.valueFromLookup', { service: 'ssm', argument: 1, takes: 'any' }],
  ['StringParameter.fromStringParameterName', { service: 'ssm', argument: 2, takes: 'any' }],
  ['StringParameter.fromStringParameterArn', { service: 'ssm', argument: 2, takes: 'any' }],
  ['StringParameter.fromSecureStringParameterAttributes', { service: 'ssm', argument: 2, key: 'parameterName', versionKey: 'version', takes: 'secure' }],
  ['StringParameter.fromStringParameterAttributes', { service: 'ssm', argument: 2, key: 'parameterName', versionKey: 'version', takes: 'any' }],
  ['SecretValue.secretsManager', { service: 'secretsmanager', argument: 0, takes: 'any' }],
  ['Secret.fromSecretNameV2', { service: 'secretsmanager', argument: 2, takes: 'any' }],
  ['Secret.fromSecretCompleteArn', { service: 'secretsmanager', argument: 2, takes: 'any' }],
  ['Secret.fromSecretPartialArn', { service: 'secretsmanager', argument: 2, takes: 'any' }],
]);

/** Undefined for every call that is no such factory. */
export function readConstruct(call: Call, scopes: Scopes, text: string): FoundReferences | undefined {
  const path = getDottedPath(call.callee)?.slice(-2).join('.') ?? '';
  const factory = factories.get(path);
  const argument = factory === undefined ? undefined : call.arguments[factory.argument];
  if (factory === undefined || argument === undefined || argument.type === 'SpreadElement') return undefined;
  const tree = toLiteralTree(argument, scopes);
  const written = factory.key === undefined ? tree : getValue(tree, factory.key);
  const name = written === undefined ? undefined : readName(written, text);
  if (name === undefined) return { references: [], problems: [] };
  const version = getVersion(call, tree, factory, scopes);
  const reference: Reference = {
    service: factory.service,
    ...name,
    name: version === undefined ? name.name : `${name.name}:${version}`,
    isVerbatim: name.isVerbatim && version === undefined,
    action: factory.service === 'ssm' ? 'ssm:GetParameters' : 'secretsmanager:GetSecretValue',
    reader: 'deployment',
    takes: factory.takes,
    decryption: 'present',
    isPath: false,
  };
  return { references: [reference], problems: path === 'StringParameter.valueFromLookup' ? judgeLookup(reference) : [] };
}

function getVersion(call: Call, tree: Tree, { versionKey, versionArgument }: Factory, scopes: Scopes): string | undefined {
  const argument = versionArgument === undefined ? undefined : call.arguments[versionArgument];
  const value = versionKey === undefined ? (argument === undefined || argument.type === 'SpreadElement' ? undefined : toLiteralTree(argument, scopes)) : getValue(tree, versionKey);
  return value?.kind === 'scalar' && /^\d+$/u.test(value.text) ? value.text : undefined;
}

/** The looked-up value is kept in cdk.context.json, which belongs into the repository (AWS CDK Developer Guide, "Context values"). */
function judgeLookup({ name, range }: Reference): Problem[] {
  if (getNameKind(name.replace(/:[^]*/u, '').split('/').at(-1) ?? '') === undefined) return [];
  const message = `The value of ${showName(name)} is looked up and written to cdk.context.json, which is committed.`;
  return [toReferenceProblem({ ruleId: 'no-plaintext-parameter', kind: 'looked-up-value', severity: 'high', range, message, advice: 'let the program read it when it starts, or use SecretValue.ssmSecure where CloudFormation resolves it' })];
}
