import type { TSESTree } from '@typescript-eslint/utils';
import type { Path } from '../ecmascript/pattern.ts';
import type { Binding, Scopes } from '../ecmascript/scope.ts';
import { getKey, getLastName, getStaticText, unwrap } from '../ecmascript/syntax.ts';
import type { Node } from '../ecmascript/walk.ts';
import { isElement } from './names.ts';
import type { Taint, Verdict } from '../core/taint.ts';

/** What a call to AWS gives, and where in it the secrets are. */
export interface AwsResult {
  readonly leaves: readonly Path[];
  readonly taint: Taint;
}

/** The verdict on a part of a result: `Parameter.Name` is clean, `Parameter.Value` and all that holds it is not. */
export function judgeResult({ leaves, taint }: AwsResult, path: Path, omitted: Path): Verdict {
  // Powertools lists beside the values the names that it could not get
  if (path[0] === '_errors') return 'clean';
  return leaves.some((leaf) => isOnTheWay(path, leaf) && !omitted.includes(leaf[path.length] ?? '')) ? taint : 'clean';
}

/** Reads `client.send(new GetParameterCommand(…))`, `ssm.getParameter(…)`, paginators and Powertools; undefined for any other call. */
export function readAwsCall(call: TSESTree.CallExpression, scopes: Scopes): AwsResult | undefined {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') return readFunction(callee, call, scopes);
  if (callee.type !== 'MemberExpression') return undefined;
  const method = getKey(callee.property, callee.computed) ?? '';
  if (method === 'send' || method === 'execute') return readCommand(call.arguments[0], scopes);
  return readMethod(callee.object, method, call, scopes) ?? readProvider(callee.object, method, call, scopes);
}

/** The result as declared: a parameter of type `GetParameterCommandOutput`, or `Parameter` of `@aws-sdk/client-ssm`. */
export function readAwsType(type: TSESTree.TypeNode, scopes: Scopes): AwsResult | undefined {
  if (type.type !== 'TSTypeReference') return undefined;
  const name = type.typeName.type === 'TSQualifiedName' ? type.typeName.right.name : type.typeName.type === 'Identifier' ? type.typeName.name : '';
  const found = /^(\w+?)(?:CommandOutput|Result|Response)$/u.exec(name)?.[1];
  const operation = found === undefined ? undefined : operations[found];
  if (operation !== undefined) return toResult(operation);
  const imported = type.typeName.type === 'Identifier' ? scopes.getBinding(type.typeName)?.imported : undefined;
  return imported?.name === 'Parameter' && /client-ssm$/u.test(imported.source) ? { leaves: [['Value']], taint: decrypted } : undefined;
}

/** A value with the field names of the AWS API, wherever it comes from. */
export function judgeAwsPath(path: Path): Taint | undefined {
  const [last, owner, list] = [path.at(-1), path.at(-2), path.at(-3)];
  if (last === 'SecretString' || last === 'SecretBinary') return toTaint('The value of a secret');
  if (last !== 'Value') return undefined;
  return owner === 'Parameter' || (list === 'Parameters' && isElement(owner ?? '')) ? decrypted : undefined;
}

interface Operation {
  readonly label: string;
  /** Dotted; `*` stands for an element. */
  readonly leaves: readonly string[];
  /** `WithDecryption` decides whether the result is readable. */
  readonly isDecryptable?: true;
}

const parameterLabel = 'The decrypted value of a parameter';
const secretLabel = 'The value of a secret';

/** Operations whose results hold secrets: https://docs.aws.amazon.com/systems-manager/latest/APIReference/ and its sisters. */
const operations: Readonly<Record<string, Operation>> = {
  GetParameter: { label: parameterLabel, leaves: ['Parameter.Value'], isDecryptable: true },
  GetParameters: { label: parameterLabel, leaves: ['Parameters.*.Value'], isDecryptable: true },
  GetParametersByPath: { label: parameterLabel, leaves: ['Parameters.*.Value'], isDecryptable: true },
  GetParameterHistory: { label: parameterLabel, leaves: ['Parameters.*.Value'], isDecryptable: true },
  GetSecretValue: { label: secretLabel, leaves: ['SecretString', 'SecretBinary'] },
  BatchGetSecretValue: { label: secretLabel, leaves: ['SecretValues.*.SecretString', 'SecretValues.*.SecretBinary'] },
  GetRandomPassword: { label: 'A generated password', leaves: ['RandomPassword'] },
  Decrypt: { label: 'What KMS decrypted', leaves: ['Plaintext'] },
  GenerateDataKey: { label: 'A plaintext data key', leaves: ['Plaintext'] },
  AssumeRole: { label: 'A set of AWS credentials', leaves: ['Credentials.SecretAccessKey', 'Credentials.SessionToken'] },
  GetSessionToken: { label: 'A set of AWS credentials', leaves: ['Credentials.SecretAccessKey', 'Credentials.SessionToken'] },
  AssumeRoleWithWebIdentity: { label: 'A set of AWS credentials', leaves: ['Credentials.SecretAccessKey', 'Credentials.SessionToken'] },
  CreateAccessKey: { label: 'An AWS access key', leaves: ['AccessKey.SecretAccessKey'] },
  GetAuthorizationToken: { label: 'A registry token', leaves: ['authorizationData.*.authorizationToken', 'authorizationToken'] },
};

/** Who the receiver of a method with a common name must be. */
const receivers: Readonly<Record<string, RegExp>> = {
  GetParameter: /ssm|systems?manager|param(?:eter)?s?store/iu,
  GetParameters: /ssm|systems?manager|param(?:eter)?s?store/iu,
  Decrypt: /kms/iu,
  GetRandomPassword: /secret|\bsm\b/iu,
  GetAuthorizationToken: /ecr|codeartifact/iu,
};

const operationOfMethod = new Map(Object.keys(operations).map((name) => [name.charAt(0).toLowerCase() + name.slice(1), name]));

function readCommand(argument: Node | undefined, scopes: Scopes): AwsResult | undefined {
  const command = argument && resolve(argument, scopes);
  if (command?.type !== 'NewExpression') return undefined;
  const name = getImportedName(command.callee, scopes);
  const operation = name.endsWith('Command') ? operations[name.slice(0, -'Command'.length)] : undefined;
  return operation && readInput(operation, command.arguments[0], scopes);
}

function readMethod(receiver: Node, method: string, call: TSESTree.CallExpression, scopes: Scopes): AwsResult | undefined {
  const name = operationOfMethod.get(method);
  const operation = name === undefined ? undefined : operations[name];
  if (name === undefined || operation === undefined || !isClient(receiver, name, call, scopes)) return undefined;
  return readInput(operation, call.arguments[0], scopes);
}

/** Many libraries have a `getParameter`: the client's name or class, or the input's fields, must be those of AWS. */
function isClient(receiver: Node, name: string, call: TSESTree.CallExpression, scopes: Scopes): boolean {
  const expected = receivers[name];
  if (expected === undefined || expected.test(getLastName(receiver) ?? '')) return true;
  const client = resolve(receiver, scopes);
  if (client.type === 'NewExpression' && expected.test(getLastName(client.callee) ?? '')) return true;
  const [input] = call.arguments;
  return input !== undefined && inputFields.some((field) => findProperty(input, field, scopes) !== undefined);
}

const inputFields = ['WithDecryption', 'CiphertextBlob'];

function readInput(operation: Operation, input: Node | undefined, scopes: Scopes): AwsResult | undefined {
  if (operation.isDecryptable === undefined || input === undefined) return toResult(operation);
  if (resolve(input, scopes).type !== 'ObjectExpression') return toResult(operation);
  const names = findProperty(input, 'Name', scopes) ?? findProperty(input, 'Path', scopes);
  if (names !== undefined && getStaticText(names)?.startsWith('/aws/service/') === true) return { ...toResult(operation), leaves: [] };
  return readDecryption(operation, input, 'WithDecryption', scopes);
}

function readDecryption(operation: Operation, input: Node, flag: string, scopes: Scopes): AwsResult | undefined {
  const decryption = findProperty(input, flag, scopes);
  if (decryption === undefined) return hasSpread(resolve(input, scopes)) ? toResult(operation) : { ...toResult(operation), taint: encrypted };
  const value = resolve(decryption, scopes);
  return value.type === 'Literal' && value.value === false ? undefined : toResult(operation);
}

/** `paginateGetParametersByPath(…)` and the functions of Powertools. */
function readFunction(callee: TSESTree.Identifier, call: TSESTree.CallExpression, scopes: Scopes): AwsResult | undefined {
  const name = getImportedName(callee, scopes);
  const page = name.startsWith('paginate') ? operations[name.slice('paginate'.length)] : undefined;
  if (page !== undefined) {
    const pages = readInput(page, call.arguments[1], scopes);
    return pages && { ...pages, leaves: pages.leaves.map((leaf) => ['*', ...leaf]) };
  }
  const source = scopes.getBinding(callee)?.imported?.source ?? '';
  return /^@aws-lambda-powertools\/parameters/u.test(source) ? readPowertools(name, source, call, scopes) : undefined;
}

/** `new SSMProvider().get(…)` */
function readProvider(receiver: Node, method: string, call: TSESTree.CallExpression, scopes: Scopes): AwsResult | undefined {
  const provider = resolve(receiver, scopes);
  if (provider.type !== 'NewExpression') return undefined;
  const name = getImportedName(provider.callee, scopes);
  if (name === 'SecretsProvider') return method === 'get' ? toResult(powertoolsSecret) : undefined;
  const asFunction = name === 'SSMProvider' ? providerMethods[method] : undefined;
  return asFunction === undefined ? undefined : readPowertools(asFunction, 'ssm', call, scopes);
}

const providerMethods: Readonly<Record<string, string>> = { get: 'getParameter', getMultiple: 'getParameters', getParametersByName: 'getParametersByName' };
const powertoolsSecret: Operation = { label: secretLabel, leaves: [''] };

/** https://docs.aws.amazon.com/powertools/typescript/latest/features/parameters/ */
function readPowertools(name: string, source: string, call: TSESTree.CallExpression, scopes: Scopes): AwsResult | undefined {
  if (name === 'getSecret') return toResult(powertoolsSecret);
  if (!source.includes('ssm')) return undefined;
  if (name === 'getParametersByName') return toResult({ label: parameterLabel, leaves: ['*'] });
  if (name !== 'getParameter' && name !== 'getParameters') return undefined;
  const operation = { label: parameterLabel, leaves: [name === 'getParameter' ? '' : '*'] };
  const [, options] = call.arguments;
  return options === undefined ? { ...toResult(operation), taint: encrypted } : readDecryption(operation, options, 'decrypt', scopes);
}

const toTaint = (label: string): Taint => ({ kind: 'logged-parameter', severity: 'high', label, isByName: false });
const decrypted = toTaint(parameterLabel);
/** A SecureString that is not decrypted is printed as ciphertext. */
const encrypted: Taint = { ...toTaint('The value of a parameter, encrypted if it is a SecureString,'), severity: 'low' };

const toResult = ({ leaves, label }: Operation): AwsResult => ({
  leaves: leaves.map((leaf) => (leaf === '' ? [] : leaf.split('.'))),
  taint: toTaint(label),
});

/** Whether the value at `path` is the leaf or holds it. What is read off the leaf itself, such as its length, is clean. */
const isOnTheWay = (path: Path, leaf: Path): boolean =>
  path.length <= leaf.length && path.every((step, index) => leaf[index] === '*' || step === leaf[index] || step === '*' || step === '?');

/** Follows names that are assigned once. */
function resolve(expression: Node, scopes: Scopes): Node {
  let node = unwrap(expression);
  for (let step = 0; step < 4; step++) {
    const source = getOnlySource(node, scopes);
    if (source === undefined) break;
    node = unwrap(source);
  }
  return node.type === 'AwaitExpression' ? node.argument : node;
}

function getOnlySource(node: Node, scopes: Scopes): Node | undefined {
  if (node.type === 'Identifier') return getOnlyExpression(scopes.getBinding(node));
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return undefined;
  const enclosing = scopes.getEnclosingClass(node);
  const key = getKey(node.property, node.computed);
  const writes = enclosing && scopes.getWritesToThis(enclosing).filter((write) => write.path.length === 1 && write.path[0] === key);
  return writes?.length === 1 ? writes[0]?.value : undefined;
}

function getOnlyExpression(binding: Binding | undefined): Node | undefined {
  const [source] = binding?.sources ?? [];
  return binding?.sources.length === 1 && source?.path.length === 0 && binding.parameter === undefined ? source.expression : undefined;
}

function findProperty(input: Node, name: string, scopes: Scopes): Node | undefined {
  const object = resolve(input, scopes);
  if (object.type !== 'ObjectExpression') return undefined;
  for (const property of object.properties) {
    if (property.type === 'Property' && getKey(property.key, property.computed) === name) return property.value;
  }
  return undefined;
}

const hasSpread = (node: Node): boolean => node.type === 'ObjectExpression' && node.properties.some((property) => property.type === 'SpreadElement');

function getImportedName(callee: Node, scopes: Scopes): string {
  const node = unwrap(callee);
  const imported = node.type === 'Identifier' ? scopes.getBinding(node)?.imported?.name : undefined;
  return imported !== undefined && imported !== 'default' && imported !== '*' ? imported : (getLastName(node) ?? '');
}
