import type { ReadAction, Reference } from '../core/reference.ts';
import type { Call, Scopes } from './scope.ts';
import { getDottedPath, getLastName, unwrap } from './syntax.ts';
import type { Node } from './walk.ts';

/** How a call of a library names what it reads. */
export interface Method {
  readonly service: Reference['service'];
  readonly action: ReadAction;
  /** Position of the input, or of the name itself. */
  readonly argument: number;
  /** Property of the input that holds the name; absent where the argument is the name. */
  readonly key?: string;
  /** Option that makes it decrypt. */
  readonly decrypt: 'WithDecryption' | 'decrypt' | 'always';
}

const ssm = (action: ReadAction, key: string): Method => ({ service: 'ssm', action, argument: 0, key, decrypt: 'WithDecryption' });
const secret = (action: ReadAction, key: string): Method => ({ service: 'secretsmanager', action, argument: 0, key, decrypt: 'always' });

/** Commands of `@aws-sdk/client-ssm` and `@aws-sdk/client-secrets-manager`, version 3 of the AWS SDK for JavaScript. */
const commands: ReadonlyMap<string, Method> = new Map([
  ['GetParameterCommand', ssm('ssm:GetParameter', 'Name')],
  ['GetParametersCommand', ssm('ssm:GetParameters', 'Names')],
  ['GetParametersByPathCommand', ssm('ssm:GetParametersByPath', 'Path')],
  ['GetParameterHistoryCommand', ssm('ssm:GetParameterHistory', 'Name')],
  ['GetSecretValueCommand', secret('secretsmanager:GetSecretValue', 'SecretId')],
  ['BatchGetSecretValueCommand', secret('secretsmanager:BatchGetSecretValue', 'SecretIdList')],
]);

/** The same as methods: version 2, and the aggregated clients of version 3. */
const methods: ReadonlyMap<string, Method> = new Map([...commands].map(([name, method]) => [name.charAt(0).toLowerCase() + name.slice(1, -'Command'.length), method]));

/** `paginateGetParametersByPath({ client }, { Path })` of version 3. */
const paginators: ReadonlyMap<string, Method> = new Map([...commands].map(([name, method]) => [`paginate${name.slice(0, -'Command'.length)}`, { ...method, argument: 1 }]));

const own = (service: Method['service'], action: ReadAction): Method => ({ service, action, argument: 0, decrypt: service === 'ssm' ? 'decrypt' : 'always' });

/** Functions of Powertools for AWS Lambda (TypeScript), `@aws-lambda-powertools/parameters`. */
const powertools: ReadonlyMap<string, Method> = new Map([
  ['getParameter', own('ssm', 'ssm:GetParameter')],
  ['getParameters', own('ssm', 'ssm:GetParametersByPath')],
  ['getParametersByName', own('ssm', 'ssm:GetParameters')],
  ['getSecret', own('secretsmanager', 'secretsmanager:GetSecretValue')],
]);

/** `ssm({ fetchData: { password: '/prod/db' } })` of `@middy/ssm` and `@middy/secrets-manager`. */
const middleware: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['@middy/ssm', { service: 'ssm', action: 'ssm:GetParameters', argument: 0, key: 'fetchData', decrypt: 'always' }],
  ['@middy/secrets-manager', { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', argument: 0, key: 'fetchData', decrypt: 'always' }],
]);

/** What a call reads; undefined for every other call. */
export function getMethod(call: Call, scopes: Scopes): Method | undefined {
  const callee = unwrap(call.callee);
  const name = getLastName(callee);
  if (name === undefined) return undefined;
  const imported = getImport(callee, scopes);
  const original = imported?.name ?? name;
  if (imported !== undefined && middleware.has(imported.source)) return middleware.get(imported.source);
  if (call.type === 'NewExpression') return commands.get(original);
  if (imported?.source.startsWith('@aws-lambda-powertools/parameters') === true) return powertools.get(original);
  if (paginators.has(original)) return paginators.get(original);
  const method = methods.get(name);
  // a method that is called alike takes its name in another way
  return method !== undefined && callee.type === 'MemberExpression' && isInput(call) ? method : undefined;
}

const isInput = (call: Call): boolean => {
  const [input] = call.arguments;
  const node = input === undefined ? undefined : unwrap(input);
  return node?.type === 'ObjectExpression' || node?.type === 'Identifier';
};

function getImport(callee: Node, scopes: Scopes): { readonly source: string; readonly name: string } | undefined {
  if (callee.type === 'Identifier') return toImport(scopes.getBinding(callee)?.imported, callee.name);
  const [root] = getDottedPath(callee) ?? [];
  if (root === undefined || callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
  const namespace = scopes.getBinding(callee.object)?.imported;
  return namespace === undefined ? undefined : { source: namespace.source, name: getLastName(callee) ?? '' };
}

const toImport = (imported: { readonly source: string; readonly name: string } | undefined, local: string) =>
  imported === undefined ? undefined : { source: imported.source, name: imported.name === 'default' || imported.name === '*' ? local : imported.name };
