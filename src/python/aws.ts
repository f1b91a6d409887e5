import { isElement } from './names.ts';
import type { Taint, Verdict } from '../core/taint.ts';
import type { Call, Expression, Name } from './nodes.ts';
import { getQualifiedName, type Path, type Scopes } from './scope.ts';
import { getText } from './strings.ts';
import { getKeyword, getLastName, getMethod, getPositional, isConstant } from './syntax.ts';

/** What a call to AWS gives, and where in it the secrets are. */
export interface AwsResult {
  readonly leaves: readonly Path[];
  readonly taint: Taint;
}

/** The verdict on a part of a result: `["Parameter"]["Name"]` is clean, `["Parameter"]["Value"]` and all that holds it is not. */
export const judgeResult = ({ leaves, taint }: AwsResult, path: Path): Verdict => (leaves.some((leaf) => isOnTheWay(path, leaf)) ? taint : 'clean');

/** What is read off the leaf itself, such as a character, is clean. */
const isOnTheWay = (path: Path, leaf: Path): boolean =>
  path.length <= leaf.length && path.every((step, index) => leaf[index] === step || leaf[index] === '*' || step === '*' || step === '?');

/** Reads calls of boto3's clients and paginators, of Powertools and of the caching client; undefined for any other call. */
export function readAwsCall(call: Call, scopes: Scopes): AwsResult | undefined {
  const library = readLibrary(getQualifiedName(call.callee, scopes), call);
  if (library !== undefined) return library;
  const method = getMethod(call);
  if (method === undefined) return undefined;
  const { object, name } = method;
  return readPages(object, name, call, scopes) ?? readOperation(object, name, call, scopes) ?? readProvider(object, name, call, scopes);
}

/** A value with the field names of the AWS API, wherever it comes from. */
export function judgeAwsPath(path: Path): Taint | undefined {
  const [last, owner, list] = [path.at(-1), path.at(-2), path.at(-3)];
  if (last === 'SecretString' || last === 'SecretBinary') return toTaint(secretLabel);
  if (last !== 'Value') return undefined;
  return owner === 'Parameter' || (list === 'Parameters' && isElement(owner ?? '')) ? decrypted : undefined;
}

interface Operation {
  readonly label: string;
  /** Dotted; `*` stands for an element. */
  readonly leaves: readonly string[];
  /** `WithDecryption` decides whether the result is readable. */
  readonly isDecryptable?: true;
  /** Who the receiver of a method with a common name must be. */
  readonly client?: RegExp;
}

const parameterLabel = 'The decrypted value of a parameter';
const secretLabel = 'The value of a secret';
const credentials = { label: 'A set of AWS credentials', leaves: ['Credentials.SecretAccessKey', 'Credentials.SessionToken'] };

/** Operations whose results hold secrets, as boto3 spells them: https://docs.aws.amazon.com/boto3/latest/reference/services/ */
const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['get_parameter', { label: parameterLabel, leaves: ['Parameter.Value'], isDecryptable: true, client: /ssm|systems?_?manager|param(?:eter)?s?_?store/iu }],
  ['get_parameters', { label: parameterLabel, leaves: ['Parameters.*.Value'], isDecryptable: true, client: /ssm|systems?_?manager|param(?:eter)?s?_?store/iu }],
  ['get_parameters_by_path', { label: parameterLabel, leaves: ['Parameters.*.Value'], isDecryptable: true }],
  ['get_parameter_history', { label: parameterLabel, leaves: ['Parameters.*.Value'], isDecryptable: true }],
  ['get_secret_value', { label: secretLabel, leaves: ['SecretString', 'SecretBinary'] }],
  ['batch_get_secret_value', { label: secretLabel, leaves: ['SecretValues.*.SecretString', 'SecretValues.*.SecretBinary'] }],
  ['get_random_password', { label: 'A generated password', leaves: ['RandomPassword'], client: /secret|sm$/iu }],
  ['decrypt', { label: 'What KMS decrypted', leaves: ['Plaintext'], client: /kms/iu }],
  ['generate_data_key', { label: 'A plaintext data key', leaves: ['Plaintext'], client: /kms/iu }],
  ['assume_role', credentials],
  ['get_session_token', credentials],
  ['assume_role_with_web_identity', credentials],
  ['create_access_key', { label: 'An AWS access key', leaves: ['AccessKey.SecretAccessKey'] }],
]);

function readOperation(object: Expression, name: string, call: Call, scopes: Scopes): AwsResult | undefined {
  const operation = operations.get(name);
  if (operation === undefined || !isClient(object, operation, call, scopes)) return undefined;
  return readInput(operation, call);
}

/** Many libraries have a `get_parameter`: the client's name or service, or the fields of the call, must be those of AWS. */
function isClient(object: Expression, { client }: Operation, call: Call, scopes: Scopes): boolean {
  if (client === undefined || client.test(getLastName(object) ?? '')) return true;
  const made = resolve(object, scopes);
  if (made.type === 'Call' && /^(?:client|resource)$/u.test(getLastName(made.callee) ?? '')) return client.test(getText(getPositional(made)[0]) ?? '');
  return getKeyword(call, 'WithDecryption') !== undefined || getKeyword(call, 'CiphertextBlob') !== undefined;
}

function readInput(operation: Operation, call: Call): AwsResult {
  if (operation.isDecryptable === undefined) return toResult(operation);
  const name = getText(getKeyword(call, 'Name') ?? getKeyword(call, 'Path'));
  // public parameters
  if (name?.startsWith('/aws/service/') === true) return nothing;
  return readFlag(operation, call, 'WithDecryption');
}

function readFlag(operation: Operation, call: Call, flag: string): AwsResult {
  const decryption = getKeyword(call, flag);
  if (isConstant(decryption, 'False')) return nothing;
  const isOpen = decryption !== undefined || call.arguments.some(({ star }) => star === '**');
  return isOpen ? toResult(operation) : { ...toResult(operation), taint: encrypted };
}

/** `ssm.get_paginator("get_parameters_by_path").paginate(…)`, `.build_full_result()`, `.search("Parameters[]")` */
function readPages(object: Expression, name: string, call: Call, scopes: Scopes): AwsResult | undefined {
  const made = resolve(object, scopes);
  if (made.type !== 'Call') return undefined;
  const maker = getMethod(made)?.name;
  if (name === 'paginate' && maker === 'get_paginator') {
    const operation = operations.get(getText(getPositional(made)[0]) ?? '');
    const pages = operation && readInput(operation, call);
    return pages && { ...pages, leaves: pages.leaves.map((leaf) => ['*', ...leaf]) };
  }
  if (maker !== 'paginate' || (name !== 'build_full_result' && name !== 'search')) return undefined;
  const pages = readAwsCall(made, scopes);
  return pages && { ...pages, leaves: pages.leaves.map((leaf) => (name === 'search' ? ['*', ...leaf.slice(3)] : leaf.slice(1))) };
}

const powertools = /^aws_lambda_powertools\.utilities\.parameters\.(?<name>\w+)$/u;

/** https://docs.powertools.aws.dev/lambda/python/latest/utilities/parameters/ and aws_secretsmanager_caching. */
function readLibrary(qualified: string, call: Call): AwsResult | undefined {
  const name = powertools.exec(qualified)?.groups?.['name'];
  if (name === 'get_secret') return toResult({ label: secretLabel, leaves: [''] });
  if (name === 'get_parameter') return readFlag({ label: parameterLabel, leaves: [''] }, call, 'decrypt');
  if (name === 'get_parameters') return readFlag({ label: parameterLabel, leaves: ['*'] }, call, 'decrypt');
  if (name === 'get_parameters_by_name') return toResult({ label: parameterLabel, leaves: ['*'] });
  return /(?:^|\.)get_secret_(?:string|binary)$/u.test(qualified) ? toResult({ label: secretLabel, leaves: [''] }) : undefined;
}

/** `parameters.SSMProvider().get(…)` */
function readProvider(object: Expression, method: string, call: Call, scopes: Scopes): AwsResult | undefined {
  const made = resolve(object, scopes);
  const provider = made.type === 'Call' ? getLastName(made.callee) : undefined;
  if (provider === 'SecretsProvider') return method === 'get' ? toResult({ label: secretLabel, leaves: [''] }) : undefined;
  if (provider !== 'SSMProvider') return undefined;
  if (method === 'get') return readFlag({ label: parameterLabel, leaves: [''] }, call, 'decrypt');
  if (method === 'get_multiple') return readFlag({ label: parameterLabel, leaves: ['*'] }, call, 'decrypt');
  return method === 'get_parameters_by_name' ? toResult({ label: parameterLabel, leaves: ['*'] }) : undefined;
}

const toTaint = (label: string): Taint => ({ kind: 'logged-parameter', severity: 'high', label, isByName: false });
const decrypted = toTaint(parameterLabel);
/** A SecureString that is not decrypted is printed as ciphertext. */
const encrypted: Taint = { ...toTaint('The value of a parameter, encrypted if it is a SecureString,'), severity: 'low' };
const nothing: AwsResult = { leaves: [], taint: decrypted };

const toResult = ({ leaves, label }: Operation): AwsResult => ({
  leaves: leaves.map((leaf) => (leaf === '' ? [] : leaf.split('.'))),
  taint: toTaint(label),
});

/** Follows names and members that are assigned once. */
export function resolve(expression: Expression, scopes: Scopes): Expression {
  let node = expression;
  for (let step = 0; step < 5; step++) {
    const next = node.type === 'Wrapped' ? node.value : node.type === 'Name' ? getOnlySource(node, scopes) : node.type === 'Attribute' && node.object.type === 'Name' ? getOnlyMember(node.object, node.name, scopes) : undefined;
    if (next === undefined) break;
    node = next;
  }
  return node;
}

function getOnlySource(name: Name, scopes: Scopes): Expression | undefined {
  const binding = scopes.getBinding(name);
  const [source] = binding?.sources ?? [];
  return binding?.sources.length === 1 && source?.path.length === 0 && binding.parameter === undefined ? source.expression : undefined;
}

function getOnlyMember(self: Name, name: string, scopes: Scopes): Expression | undefined {
  const sources = scopes.getMember(self, name);
  return sources?.length === 1 ? sources[0]?.expression : undefined;
}
