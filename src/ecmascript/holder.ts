import { asConnection, asSink, type Place } from '../core/detect.ts';
import { getNameKind, splitWords } from '../core/names.ts';
import { getKey, getLastName, getStaticText, isFunction, unwrap } from './syntax.ts';
import type { Node } from './walk.ts';

/** What a string is given to: a name with what encloses it, or an argument that is a credential by its API. */
export interface Holder {
  readonly name: string;
  readonly path: readonly string[];
  readonly place: Place;
}

/** `ancestors` begins at the program and ends at the node's parent. Undefined where the string has no name. */
export function getHolder(node: Node, ancestors: readonly Node[], place: Place): Holder | undefined {
  let inner: Node = node;
  let named: string | undefined;
  let sure: Holder | undefined;
  for (let index = ancestors.length - 1; index >= 0; index--) {
    const parent = ancestors[index];
    if (parent === undefined) return undefined;
    if (isTransparent(parent, inner) && getEntryHolder(parent, inner, place) === undefined) {
      // `process.env.API_KEY ?? '…'` says better than its variable what the value is
      if (parent.type === 'LogicalExpression' && parent.right === inner) named ??= getSecretName(parent.left);
      inner = parent;
      continue;
    }
    const direct = getEntryHolder(parent, inner, place) ?? getDirectHolder(parent, inner, ancestors, index, place);
    const path = getPath(ancestors, index);
    if (sure === undefined && parent.type === 'CallExpression' && direct?.name === wrapped) {
      sure = { ...direct, path };
      inner = parent;
      continue;
    }
    if (sure !== undefined) return direct !== undefined && getNameKind(direct.name) !== undefined ? { ...nameByOwner(direct, path), place: sure.place } : sure;
    if (named !== undefined) return { name: named, place: direct?.place ?? place, path };
    return direct === undefined ? undefined : nameByOwner(direct, path);
  }
  return sure;
}

/** `password: SecretValue.unsafePlainText('…')`: a credential by its API, named by what takes it. */
const wrapped = 'secretValue';

/** `password: { value: '…' }`, `jwtSecret: { default: '…' }` */
function nameByOwner(direct: Direct, path: readonly string[]): Holder {
  const owner = path.at(-1);
  const isOwned = owner !== undefined && /^(?:value|default|defaultValue|plaintext|literal)$/u.test(direct.name) && getNameKind(owner) !== undefined;
  return isOwned ? { ...direct, name: owner, path: path.slice(0, -1) } : { ...direct, path };
}

function getSecretName(expression: Node): string | undefined {
  const name = getLastName(expression);
  return name !== undefined && getNameKind(name) !== undefined ? name : undefined;
}

/** The value of the inner expression is, or may be, that of the outer one. */
function isTransparent(parent: Node, inner: Node): boolean {
  if (parent.type === 'LogicalExpression' || parent.type === 'ArrayExpression' || parent.type === 'AwaitExpression') return true;
  if (parent.type === 'ConditionalExpression') return parent.test !== inner;
  if (parent.type === 'MemberExpression') return parent.object === inner && textMethods.has(getKey(parent.property, parent.computed) ?? '');
  if (parent.type === 'CallExpression' && parent.callee === inner) return true;
  if (parent.type === 'CallExpression') return parent.arguments[0] === inner && transparentCalls.has(getLastName(parent.callee) ?? '');
  return unwrap(parent) !== parent;
}

/** `Buffer.from('…')`, `String('…')`, `encoder.encode('…')`. */
const transparentCalls: ReadonlySet<string> = new Set(['from', 'String', 'encode', 'encodeURIComponent', 'btoa', 'plainText']);

/** `'…'.trim()` is still the secret; `'…'.length` is not. */
const textMethods: ReadonlySet<string> = new Set(['trim', 'toString', 'toUpperCase', 'toLowerCase', 'normalize', 'concat', 'replace', 'split']);

type Direct = Omit<Holder, 'path'>;

/** `['API_KEY', '…']`, an entry of a map. */
function getEntryHolder(parent: Node, inner: Node, place: Place): Direct | undefined {
  if (parent.type !== 'ArrayExpression' || parent.elements.length !== 2 || parent.elements[1] !== inner) return undefined;
  // one word beside another is a list of names
  if (/^[a-z]+$/u.test(getStaticText(inner) ?? '')) return undefined;
  const key = parent.elements[0];
  const name = key === null || key === undefined ? undefined : getStaticText(key);
  return name !== undefined && getNameKind(name) !== undefined ? { name, place } : undefined;
}

function getDirectHolder(parent: Node, inner: Node, ancestors: readonly Node[], index: number, place: Place): Direct | undefined {
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.init === inner && parent.id.type === 'Identifier' ? { name: parent.id.name, place } : undefined;
    case 'AssignmentExpression':
      return parent.right === inner ? toDirect(getLastName(parent.left), place) : undefined;
    case 'AssignmentPattern':
      return parent.right === inner ? toDirect(getLastName(parent.left), place) : undefined;
    case 'Property':
      return parent.value === inner ? (getOptionSink(parent, ancestors, index, place) ?? toDirect(getKey(parent.key, parent.computed), getObjectPlace(ancestors, index, place))) : undefined;
    case 'SwitchCase':
      return parent.test === inner ? toDirect(getDiscriminantName(ancestors[index - 1]), place) : undefined;
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return parent.value === inner ? toDirect(getKey(parent.key, parent.computed), place) : undefined;
    case 'TSEnumMember':
      return parent.initializer === inner ? toDirect(getKey(parent.id, false), 'text') : undefined;
    case 'JSXAttribute':
      return parent.name.type === 'JSXIdentifier' ? { name: parent.name.name, place } : undefined;
    case 'JSXExpressionContainer':
      return getAttributeHolder(ancestors[index - 1], place);
    case 'BinaryExpression':
      return /^[!=]==?$/u.test(parent.operator) ? toDirect(getLastName(parent.left === inner ? parent.right : parent.left), place) : undefined;
    case 'CallExpression':
    case 'NewExpression':
      return getArgumentHolder(parent, inner, place);
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return getResultHolder(ancestors, index, inner, place);
    default:
      return undefined;
  }
}

const getDiscriminantName = (node: Node | undefined): string | undefined => (node?.type === 'SwitchStatement' ? getLastName(node.discriminant) : undefined);

const toDirect = (name: string | undefined, place: Place): Direct | undefined => (name === undefined ? undefined : { name, place });

const getAttributeHolder = (parent: Node | undefined, place: Place): Direct | undefined =>
  parent?.type === 'JSXAttribute' && parent.name.type === 'JSXIdentifier' ? { name: parent.name.name, place } : undefined;

/** Options that hold a credential by the documentation of what takes them, and the value of a parameter. */
function getOptionSink(property: Extract<Node, { type: 'Property' }>, ancestors: readonly Node[], index: number, place: Place): Direct | undefined {
  const key = getKey(property.key, property.computed) ?? '';
  const object = ancestors[index - 1];
  const call = ancestors[index - 2];
  if (object?.type !== 'ObjectExpression') return undefined;
  if (/^(?:string)?value$/iu.test(key)) return getParameterHolder(object, place);
  const callee = call?.type === 'NewExpression' || call?.type === 'CallExpression' ? `${getObjectName(call.callee)}.${getLastName(call.callee) ?? ''}` : '';
  const sink = optionSinks.find((entry) => entry.key.test(key) && (entry.callee?.test(callee) ?? true));
  return sink === undefined ? undefined : { name: sink.name ?? key, place: asSink(place) };
}

/** express-session, cookie-session, passport-jwt, `@nestjs/jwt` and Octokit. */
const optionSinks: readonly { readonly key: RegExp; readonly callee?: RegExp; readonly name?: string }[] = [
  { key: /^secret$/u, callee: /\.(?:session|expressSession|cookieSession)$|^JwtModule\.register$/u },
  { key: /^keys$/u, callee: /\.cookieSession$/u, name: 'cookieSecret' },
  { key: /^secretOr(?:Private|Public)?Key$/u, name: 'jwtSecret' },
  { key: /^auth$/u, callee: /\.Octokit$/u, name: 'authToken' },
];

/** `{ Name: '/prod/db/password', Value: '…' }` of PutParameter, `{ name: 'DB_PASSWORD', value: '…' }` of a container. */
function getParameterHolder(object: Extract<Node, { type: 'ObjectExpression' }>, place: Place): Direct | undefined {
  const texts = object.properties.flatMap((property) => (property.type === 'Property' ? [{ key: getKey(property.key, property.computed) ?? '', text: getStaticText(property.value) }] : []));
  const name = texts.find(({ key }) => /^(?:name|key|parameterName)$/iu.test(key))?.text?.split('/').at(-1);
  const isSecure = texts.some(({ text }) => text === 'SecureString');
  if (name !== undefined && getNameKind(name) !== undefined) return { name, place: isSecure ? asSink(place) : place };
  return isSecure ? { name: 'secret', place: asSink(place) } : undefined;
}

/** An object with a host or a user beside the password is what a client connects with. */
function getObjectPlace(ancestors: readonly Node[], index: number, place: Place): Place {
  const object = ancestors[index - 1];
  if (object?.type !== 'ObjectExpression' || asConnection(place) === place) return place;
  const call = ancestors[index - 2];
  if ((call?.type === 'NewExpression' || call?.type === 'CallExpression') && isConnecting(getLastName(call.callee) ?? '')) return asConnection(place);
  return isConnection(object) ? asConnection(place) : place;
}

/** Asked for each property of an object. */
const connections = new WeakMap<Node, boolean>();

function isConnection(object: Extract<Node, { type: 'ObjectExpression' }>): boolean {
  const known = connections.get(object);
  if (known !== undefined) return known;
  const siblings = object.properties.flatMap((property) => (property.type === 'Property' ? [{ key: getKey(property.key, property.computed) ?? '', value: getStaticText(property.value) }] : []));
  const isForm = siblings.filter(({ value }) => value !== undefined && /^\p{Lu}\p{Ll}+(?: \p{L}+)*[:?!.*]?$/u.test(value)).length > 1;
  const isFound = !isForm && siblings.some(({ key }) => companions.has(splitWords(key).join('')));
  connections.set(object, isFound);
  return isFound;
}

const companions: ReadonlySet<string> = new Set(
  'host hostname server user username userid dbuser login port database dbname db dialect endpoint connectstring connectionstring account accountname clientid accesskeyid region smtp uri url baseurl'.split(' '),
);

const isConnecting = (callee: string): boolean => /^(?:create(?:Connection|Pool|Client|Transport|Connector)|connect|Connection|Client|Pool|Sequelize|DataSource|MongoClient|Redis|Knex|knex|login|signIn|authenticate|session|cookieSession)$/u.test(callee);

/** Arguments that are keys by their API, and `set('NAME', 'value')`. */
function getArgumentHolder(call: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>, inner: Node, place: Place): Direct | undefined {
  const index = call.arguments.findIndex((argument) => argument === inner);
  const callee = getLastName(call.callee) ?? '';
  const sink = sinks.find((entry) => entry.argument === index && entry.callee.test(callee) && (entry.object?.test(getObjectName(call.callee)) ?? true));
  if (sink !== undefined) return { name: sink.name, place: sink.isSure === false ? place : asSink(place) };
  const setter = /^(?:set|with|use)(?<name>[A-Z]\w*)$/u.exec(callee)?.groups?.['name'];
  if (index === 0 && setter !== undefined && getNameKind(setter) !== undefined) return { name: setter, place };
  const first = call.arguments[0];
  if (index === 1 && first !== undefined && /^(?:set|append|setHeader|header|put|add|define|setItem|setProperty|env|addEnvironment)$/u.test(callee)) return toDirect(getStaticText(first), place);
  return undefined;
}

interface Sink {
  readonly callee: RegExp;
  readonly object?: RegExp;
  readonly argument: number;
  readonly name: string;
  /** The call takes nothing else there; functions of other meanings share the other names. */
  readonly isSure?: boolean;
}

/** Node's crypto, jsonwebtoken, the AWS CDK and SDK and the clients of databases, payment and mail services, by their documentation. */
export const sinks: readonly Sink[] = [
  { callee: /^create(?:Hmac|Cipheriv|Decipheriv)$/u, argument: 1, name: 'hmacKey' },
  { callee: /^(?:sign|verify)$/u, object: /jwt|jsonwebtoken|^jws$/iu, argument: 1, name: 'jwtSecret' },
  { callee: /^(?:Hmac(?:SHA\d+|MD5)|encrypt|decrypt)$/u, object: /^(?:CryptoJS|crypto|AES|DES|TripleDES)$/iu, argument: 1, name: 'encryptionKey' },
  { callee: /^Stripe$/u, argument: 0, name: 'stripeSecretKey' },
  { callee: /^(?:twilio|Twilio)$/u, argument: 1, name: 'twilioAuthToken' },
  { callee: /^cookieParser$/u, argument: 0, name: 'cookieSecret' },
  { callee: /^(?:scrypt|pbkdf2)(?:Sync)?$/u, argument: 0, name: 'password' },
  { callee: /^Sequelize$/u, argument: 2, name: 'password' },
  { callee: /^fromPassword$/u, object: /^(?:Snapshot)?Credentials$/u, argument: 1, name: 'password' },
  { callee: /^Credentials$/u, object: /^AWS$/u, argument: 1, name: 'secretAccessKey' },
  { callee: /^(?:log_?[iI]n|sign_?[iI]n|authenticate|(?:reset|change)Password)$/u, argument: 1, name: 'password', isSure: false },
  { callee: /^(?:hash|compare)(?:Sync)?$/u, object: /^(?:bcrypt|bcryptjs|argon2)$/u, argument: 0, name: 'password', isSure: false },
  { callee: /^unsafePlainText$/u, argument: 0, name: wrapped },
];

function getObjectName(callee: Node): string {
  const node = unwrap(callee);
  return node.type === 'MemberExpression' ? (getLastName(node.object) ?? '') : '';
}

/** `function getDbPassword() { return '…' }` names what it returns. */
function getResultHolder(ancestors: readonly Node[], index: number, inner: Node, place: Place): Direct | undefined {
  const own = ancestors[index];
  if (own?.type === 'ArrowFunctionExpression' && own.body !== inner) return undefined;
  const functionIndex = ancestors.findLastIndex((node, at) => at <= index && isFunction(node));
  const declaration = ancestors[functionIndex];
  const parent = ancestors[functionIndex - 1];
  const name =
    declaration?.type === 'FunctionDeclaration' ? declaration.id?.name
    : parent?.type === 'VariableDeclarator' ? getLastName(parent.id)
    : parent?.type === 'MethodDefinition' || parent?.type === 'Property' ? getKey(parent.key, parent.computed)
    : undefined;
  return toDirect(name?.replace(/^(?:get|load|read|fetch|make|provide|resolve)(?=[A-Z_])/u, ''), place);
}

/** Names of the objects, variables and classes around, outermost first. */
function getPath(ancestors: readonly Node[], end: number): string[] {
  return ancestors.slice(0, end).flatMap((node) => {
    const name =
      node.type === 'Property' ? getKey(node.key, node.computed)
      : node.type === 'VariableDeclarator' || node.type === 'ClassDeclaration' ? node.id !== null && node.id.type === 'Identifier' ? node.id.name : undefined
      : node.type === 'AssignmentExpression' ? getLastName(node.left)
      : node.type === 'PropertyDefinition' ? getKey(node.key, node.computed)
      : undefined;
    return name === undefined || name === 'exports' ? [] : [name];
  });
}
