import { getNameKind, splitWords } from '../core/names.ts';
import { quoteName, type Taint } from '../core/taint.ts';
import { barrierVerbs, barrierWords, carriers, getterVerbs, isElement, listings, safeWords } from '../core/taint-words.ts';

type Path = readonly string[];

/** The verdict of a name alone: `api_key`, `DB_PASSWORD`, `database_url`. `path`: what encloses it, outermost first. */
export function judgeName(name: string, path: Path = []): Taint | undefined {
  const isConnection = connectionName.test(name);
  if (!isConnection && !isSecretName(name, path)) return undefined;
  return { ...toTaint(name), severity: isConnection ? 'medium' : 'high', subject: { name, path: path.filter((step) => !isElement(step)) } };
}

/** The verdict of the names on the way to a value: `user.password`, `secret.value`, `passwords[0]`. */
export function judgePath(root: string | undefined, path: Path): Taint | undefined {
  const names = root === undefined ? [...path] : [root, ...path];
  let isPart = false;
  while (names.length > 1 && isElement(names.at(-1) ?? '')) isPart = names.pop() !== undefined;
  const name = names.pop();
  if (name === undefined || isElement(name) || isListing(names.at(-1))) return undefined;
  // a part of one text is a character of it
  if (isPart && !name.endsWith('s')) return undefined;
  const own = judgeName(name, names);
  const owner = names.at(-1);
  if (own !== undefined || !carriers.has(name) || owner === undefined) return own;
  return isElement(owner) || !isSecretName(owner, names.slice(0, -1)) ? undefined : judgePath(undefined, names);
}

/** Whether a value has been made safe, by the name of what holds or makes it: `masked_key`, `redact`, `safe_config`. */
export const isSafeName = (name: string): boolean => splitWords(name).some((word) => safeWords.has(word));

/** Whether a function tells about its argument instead of passing it on: `hash_password`, `is_valid_token`, `verify`. */
export function isBarrierName(name: string): boolean {
  const words = splitWords(name);
  return barrierVerbs.has(words[0] ?? '') || words.some((word) => safeWords.has(word) || barrierWords.has(word));
}

/** `get_token`, `load_db_password` and `read_secret` give what they are named after. */
export function judgeGetter(name: string): Taint | undefined {
  const words = splitWords(name);
  if (!getterVerbs.has(words[0] ?? '') || words.length < 2) return undefined;
  const rest = words.slice(1).filter((word) => word !== 'my' && word !== 'the' && word !== 'current');
  const end = rest.findIndex((word, index) => index > 0 && (word === 'by' || word === 'from'));
  return isSecretName(rest.slice(0, end === -1 ? rest.length : end).join('_'), []) ? { ...toTaint(name), label: `What "${name}" returns` } : undefined;
}

/** Headers that carry credentials. */
export const isSecretHeader = (name: string): boolean => secretHeader.test(name);

const secretHeader = /^(?:http_)?(?:proxy[-_])?authorization$|^(?:http_)?(?:set[-_])?cookie$|^(?:http_)?x[-_](?:[\w-]*[-_])?(?:api[-_]?key|token|secret|auth)$/iu;

export { isElement };

const toTaint = (name: string): Taint => ({ kind: 'logged-secret', severity: 'high', label: quoteName(name), subject: { name, path: [] }, isByName: true });

function isSecretName(name: string, path: Path): boolean {
  // a class or a member of an enumeration
  if (/^[A-Z][a-z]/u.test(name) && path.length === 0) return false;
  return name === 'SecretBinary' || /^(?:auth|authorization|bearer)_?header$/iu.test(name) || getNameKind(name) !== undefined;
}

/** `errors["password"]`, `messages.token`, `GrantType.PASSWORD`: a text or a constant about the thing. */
const isListing = (owner: string | undefined): boolean => owner !== undefined && !isElement(owner) && listings.has(splitWords(owner).at(-1) ?? '');

const connectionName =
  /^(?:(?:\w*_)?(?:database|db|mongo(?:db)?|postgres(?:ql)?|pg|mysql|redis|amqp|rabbitmq|cloudamqp|jdbc|clickhouse|sqlalchemy_database|celery_broker)_?ur[li]|\w*connection_?(?:string|ur[li])|(?:db|database|pg|postgres|mysql)_?dsn)$/iu;
