import { asConnection, asSink, type Place } from '../core/detect.ts';
import { getNameKind, splitWords } from '../core/names.ts';
import type { Argument, Assign, Call, Expression, Node } from './nodes.ts';
import { findSink } from './credential-arguments.ts';
import { getText } from './strings.ts';
import { getLastName, getPositional } from './syntax.ts';

/** What a string is given to: a name with what encloses it, or an argument that is a credential by its API. */
export interface Holder {
  readonly name: string;
  readonly path: readonly string[];
  readonly place: Place;
}

/** `ancestors` begins at the module and ends at the node's parent. Undefined where the string has no name. */
export function getHolder(node: Node, ancestors: readonly Node[], place: Place): Holder | undefined {
  let inner = node;
  for (let index = ancestors.length - 1; index >= 0; index--) {
    const parent = ancestors[index];
    if (parent === undefined) return undefined;
    if (!isTransparent(parent, inner, ancestors[index - 1])) {
      const direct = getDirectHolder(parent, inner, { ancestors, index, place, node });
      const name = getFallbackName(ancestors.slice(index + 1), direct?.name);
      if (direct === undefined && name === undefined) return undefined;
      return { name: name ?? direct?.name ?? '', place: direct?.place ?? place, path: getPath(ancestors, index) };
    }
    inner = parent;
  }
  return undefined;
}

/** Tables that a program was made to hold are not looked through once for each of their entries. */
const maxSiblings = 100;

/** `pw = os.getenv("DB_PASSWORD") or "…"` is named after what it stands in for, where its own name says nothing. */
function getFallbackName(between: readonly Node[], name: string | undefined): string | undefined {
  if (name !== undefined && getNameKind(name) !== undefined) return undefined;
  const alternatives = between.flatMap((node) => (node.type === 'Operation' ? node.operands : node.type === 'Conditional' ? [node.body, node.otherwise] : []));
  return alternatives.slice(0, 8).map(getSoughtName).find((sought) => sought !== undefined && getNameKind(sought) !== undefined);
}

/** `settings.get("NAME")`, `os.environ["NAME"]`, `config.name` */
function getSoughtName(node: Expression): string | undefined {
  return node.type === 'Call' ? getText(getPositional(node)[0]) : node.type === 'Subscript' || node.type === 'Attribute' ? getLastName(node) : undefined;
}

interface Context {
  readonly node: Node;
  readonly ancestors: readonly Node[];
  readonly index: number;
  readonly place: Place;
}

type Direct = Omit<Holder, 'path'>;

/** The value of the inner expression is, or may be, that of the outer one. */
function isTransparent(parent: Node, inner: Node, around: Node | undefined): boolean {
  if (parent.type === 'Operation') return parent.operators[0] === 'or';
  if (parent.type === 'Conditional') return parent.test !== inner;
  if (parent.type === 'Sequence') return !isPair(parent, around) && !(around?.type === 'Assign' && parent.kind === 'tuple' && parent.elements.length <= maxSiblings);
  if (parent.type === 'Wrapped') return parent.keyword === 'await';
  if (parent.type === 'Attribute') return around?.type === 'Call' && around.callee === parent && /^(?:encode|strip|rstrip|lstrip|decode)$/u.test(parent.name);
  if (parent.type === 'Argument') return around?.type === 'Call' && isWrapper(around, parent);
  return parent.type === 'Call' && (parent.callee === inner || inner.type === 'Argument');
}

/** `bytes("…", "utf-8")`, `SecretStr("…")`, and the default of a field: `Field(default="…")`. */
function isWrapper(call: Call, argument: Argument): boolean {
  const callee = getLastName(call.callee) ?? '';
  if (argument.name !== undefined) return argument.name === 'default' && /^(?:Field|field|mapped_column|attrib|ib)$/u.test(callee);
  if (call.arguments[0] !== argument) return false;
  return /^(?:str|bytes|bytearray|Secret|SecretStr|SecretBytes|SecretField|Field|b64decode|b64encode|quote|quote_plus|cast|deepcopy)$/u.test(callee);
}

/** `auth=("user", "password")` */
const isPair = (node: Node, around: Node | undefined): boolean =>
  node.type === 'Sequence' && node.kind !== 'set' && node.elements.length === 2 && ((around?.type === 'Argument' && isLogin(around.name ?? '')) || (around?.type === 'Assign' && around.targets.some((target) => isLogin(getLastName(target) ?? ''))));

const isLogin = (name: string): boolean => /(?:^|_)auth$|^(?:basic|http|proxy)_?auth|^login$/iu.test(name);

function getDirectHolder(parent: Node, inner: Node, context: Context): Direct | undefined {
  const { place } = context;
  switch (parent.type) {
    case 'Assign':
      return parent.value === inner ? getTargetHolder(parent, place) : undefined;
    case 'Sequence':
      return getElementHolder(parent, inner, context);
    case 'Named':
      return parent.value === inner ? toDirect(getLastName(parent.target), place) : undefined;
    case 'Parameter':
      return parent.value === inner ? { name: parent.name, place } : undefined;
    case 'Entry':
      return parent.value === inner ? toDirect(getKey(parent.key), getSiblingPlace(context)) : undefined;
    case 'Argument':
      return getArgumentHolder(parent, context);
    case 'Operation':
      return getComparedHolder(parent.operators, parent.operands, inner, place);
    case 'Simple':
      return parent.keyword === 'return' ? getResultHolder(context) : undefined;
    default:
      return undefined;
  }
}

/** `AWS::IAM::AccessKey` names a type. */
function getKey(key: Expression | undefined): string | undefined {
  const text = getText(key);
  return text?.includes('::') === true ? undefined : text;
}

const toDirect = (name: string | undefined, place: Place): Direct | undefined => (name === undefined ? undefined : { name, place });

/** Of `a = b = "…"` the name that sounds like a secret. */
function getTargetHolder({ targets }: Assign, place: Place): Direct | undefined {
  const names = targets.map(getLastName).filter((name) => name !== undefined);
  return toDirect(names.find((name) => getNameKind(name) !== undefined) ?? names[0], place);
}

/** `user, password = "…", "…"` and the second of a login's pair. */
function getElementHolder(sequence: Node & { readonly type: 'Sequence' }, inner: Node, { ancestors, index, place }: Context): Direct | undefined {
  const around = ancestors[index - 1];
  const position = sequence.elements.findIndex((element) => element === inner);
  if (isPair(sequence, around)) return position === 1 ? { name: 'password', place: asConnection(place) } : undefined;
  const target = around?.type === 'Assign' ? around.targets.find((candidate) => candidate.type === 'Sequence') : undefined;
  if (target?.type !== 'Sequence') return around?.type === 'Assign' ? getTargetHolder(around, place) : undefined;
  const element = target.elements[position];
  return element === undefined ? undefined : toDirect(getLastName(element), place);
}

function getComparedHolder(operators: readonly string[], operands: readonly Expression[], inner: Node, place: Place): Direct | undefined {
  if (operands.length !== 2 || !/^(?:==|!=|is)$/u.test(operators[0] ?? '')) return undefined;
  const other = operands.find((operand) => operand !== inner);
  return other === undefined ? undefined : toDirect(getLastName(other), place);
}

function getArgumentHolder(argument: Argument, { ancestors, index, place }: Context): Direct | undefined {
  const call = ancestors[index - 1];
  if (call?.type !== 'Call' || argument.star !== undefined || call.arguments.length > maxSiblings) return undefined;
  if (argument.name !== undefined) return getKeywordHolder(call, argument.name, { ancestors, index, place, node: argument });
  const position = getPositional(call).indexOf(argument.value);
  const sink = findSink(call, position);
  if (sink !== undefined) return { name: sink, place: asSink(place) };
  return getKeyHolder(call, position, place);
}

function getKeywordHolder(call: Call, name: string, context: Context): Direct | undefined {
  const key = getText(getPositional(call)[0]);
  // config("SECRET_KEY", default="…")
  if (name === 'default' && key !== undefined) return { name: key, place: context.place };
  return { name, place: getSiblingPlace(context) };
}

/** `os.getenv("NAME", "value")`, `settings.setdefault("name", "value")`, `setattr(object, "name", "value")`. */
function getKeyHolder(call: Call, position: number, place: Place): Direct | undefined {
  const callee = getLastName(call.callee) ?? '';
  const positional = getPositional(call);
  if (position === 1 && /^(?:get|getenv|setdefault|pop|set|setenv|putenv|env|config|str|get_env|getenv_str|add_header|putheader|getattr_default|set_password|set_secret|hset)$/u.test(callee)) return toDirect(getText(positional[0]), place);
  if (position === 2 && /^(?:setattr|getattr|set_option|setitem)$/u.test(callee)) return toDirect(getText(positional[1]), place);
  const setter = /^set_?(?<name>\w+)$/u.exec(callee)?.groups?.['name'];
  return position === 0 && setter !== undefined && getNameKind(setter) !== undefined ? { name: setter, place } : undefined;
}

/** A host or a user beside the password is what a client connects with. */
function getSiblingPlace({ ancestors, index, place }: Context): Place {
  const owner = ancestors[index - 1];
  if (asConnection(place) === place || (owner?.type !== 'Call' && owner?.type !== 'Dict')) return place;
  if ((owner.type === 'Call' ? owner.arguments : owner.entries).length > maxSiblings) return place;
  const siblings = owner.type === 'Call' ? owner.arguments.map(({ name, value }) => ({ key: name, value })) : owner.entries.map(({ key, value }) => ({ key: getText(key), value }));
  const isForm = siblings.filter(({ value }) => /^\p{Lu}\p{Ll}+(?: \p{L}+)*[:?!.*]?$/u.test(getText(value) ?? '')).length > 1;
  if (isForm) return place;
  const isConnecting = owner.type === 'Call' && /^(?:connect|create_engine|create_pool|Connection|ConnectionPool|Redis|StrictRedis|MongoClient|Client|Session|login|authenticate)$/u.test(getLastName(owner.callee) ?? '');
  return isConnecting || siblings.some(({ key }) => key !== undefined && (companions.has(splitWords(key).join('')) || /(?:user(?:name)?|login|host(?:name)?)$/iu.test(key))) ? asConnection(place) : place;
}

const companions: ReadonlySet<string> = new Set(
  'host hostname server user username userid dbuser login port database dbname db dialect engine endpoint dsn account accountname clientid accesskeyid awsaccesskeyid region regionname smtp uri url baseurl drivername'.split(' '),
);

/** `def get_db_password(): return "…"` names what it returns. */
function getResultHolder({ ancestors, index, place }: Context): Direct | undefined {
  const owner = ancestors.slice(0, index).findLast((node) => node.type === 'Function');
  return toDirect(owner?.name.replace(/^_*(?:get|load|read|fetch|make|provide|resolve)_/u, ''), place);
}

/** Names of the dicts, variables, classes and functions' arguments around, outermost first. */
function getPath(ancestors: readonly Node[], end: number): string[] {
  return ancestors.slice(0, end).flatMap((node) => {
    const name =
      node.type === 'Entry' ? getText(node.key)
      : node.type === 'Class' ? node.name
      : node.type === 'Assign' && node.targets[0] !== undefined ? getLastName(node.targets[0])
      : node.type === 'Argument' ? node.name
      : undefined;
    return name === undefined ? [] : [name];
  });
}
