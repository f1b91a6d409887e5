import { comparesToken } from '../core/compared-tokens.ts';
import { getNameKind, splitWords } from '../core/names.ts';
import type { Path } from '../ecmascript/pattern.ts';
import { quoteName, type Taint } from '../core/taint.ts';
import { barrierVerbs, barrierWords, carriers, getterVerbs, isElement, listings, safeWords } from '../core/taint-words.ts';

/** The verdict of a name alone: `apiKey`, `DB_PASSWORD`, `connectionString`. `path`: what encloses it, outermost first. */
export function judgeName(name: string, path: Path = []): Taint | undefined {
  const isConnection = isConnectionName(name);
  if (!isConnection && !hasSecretName(name, path)) return undefined;
  return {
    kind: 'logged-secret',
    severity: isConnection ? 'medium' : 'high',
    label: quoteName(name),
    subject: { name, path: path.filter((step) => !isElement(step)) },
    isByName: true,
  };
}

/** The verdict of the names on the way to a value: `user.password`, `secret.value`, `passwords[0]`. */
export function judgePath(root: string | undefined, path: Path): Taint | undefined {
  const names = root === undefined ? [...path] : [root, ...path];
  let isPart = false;
  while (names.length > 1 && isElement(names.at(-1) ?? '')) isPart = names.pop() !== undefined;
  const name = names.pop();
  // a part of one text is a character of it
  if (isPart && name?.endsWith('s') !== true) return undefined;
  if (name === undefined || name === 'this' || isElement(name) || isListing(names.at(-1), name)) return undefined;
  const own = judgeName(name, names);
  if (own !== undefined || !isCarrierName(name)) return own;
  const owner = names.at(-1);
  return owner === undefined || owner === 'this' || isElement(owner) || !hasSecretName(owner, names.slice(0, -1)) ? undefined : judgePath(undefined, names);
}

/** Whether a value has been made safe, by the name of what holds or makes it: `maskedKey`, `redact`, `safeConfig`. */
export const isSafeName = (name: string): boolean => getWords(name).some((word) => safeWords.has(word));

/** `secretName` may be read from a variable called `API_SECRET`, and is still a name. */
export const isMetadataName = (name: string): boolean => getWords(name).length > 1 && /^(?:name|arn|id|path|file|filename|ref|header|field|prefix)$/u.test(getWords(name).at(-1) ?? '');

/** Whether a function tells about its argument instead of passing it on: `hashPassword`, `isValidToken`, `verify`. */
export const isBarrierName = (name: string): boolean => {
  const words = getWords(name);
  return barrierVerbs.has(words[0] ?? '') || words.some((word) => safeWords.has(word) || barrierWords.has(word));
};

/** `getToken`, `loadDbPassword` and `readSecret` give what they are named after. */
export function judgeGetter(name: string): Taint | undefined {
  const words = getWords(name);
  if (!getterVerbs.has(words[0] ?? '') || words.length < 2) return undefined;
  const rest = words.slice(1).filter((word) => word !== 'my' && word !== 'the' && word !== 'current');
  const by = rest.indexOf('by') > 0 ? rest.indexOf('by') : rest.indexOf('from') > 0 ? rest.indexOf('from') : rest.length;
  return hasSecretName(rest.slice(0, by).join('_'), []) ? { ...named(name), label: `What "${name}" returns` } : undefined;
}

/** Tokens of a text, a design or a chain, not of a login: what else the file talks about tells. */
export function isAboutOtherTokens(names: ReadonlySet<string>, text: string): boolean {
  if (isTextToken(text)) return true;
  for (const name of names) if (hasOtherTokenName(name)) return true;
  return false;
}

/** Whether a text speaks of where a token stands, or of the words that it may be. */
export function isTextToken(text: string): boolean {
  const lower = text.toLowerCase();
  return ((lower.includes('token.') || lower.includes('token?.')) && placedToken.test(lower)) || comparesToken(lower);
}

/** Whether a name says that its program is about such tokens. */
export function hasOtherTokenName(name: string): boolean {
  const lower = name.toLowerCase();
  return otherTokenWords.has(lower) || (lower.length > 6 && lower.includes('token') && otherTokens.test(lower));
}

/** Members that are the thing itself: `secret.value`. */
export const isCarrierName = (name: string): boolean => carriers.has(name);

export { isElement };

/** The same few names are asked for again and again, at every key press. */
function remember<T>(ask: (name: string) => T): (name: string) => T {
  const answers = new Map<string, T>();
  return (name) => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    if (answers.size > 5000) answers.clear();
    const answer = ask(name);
    answers.set(name, answer);
    return answer;
  };
}

export const getWords = remember<readonly string[]>(splitWords);

const isSecretName = (name: string): boolean => getNameKind(name) !== undefined && !isAccountName(name.toLowerCase());

/** What an account is called in a list of them; a storage account's is a secret. */
const isAccountName = (lower: string): boolean => (lower.endsWith('accountkey') || lower.endsWith('account_key')) && !lower.includes('storage');

const isHeaderName = (name: string): boolean => headerNames.has(name.toLowerCase());

const headerNames: ReadonlySet<string> = new Set(['auth', 'authorization', 'bearer'].flatMap((owner) => [`${owner}header`, `${owner}_header`]));

const named = (name: string): Taint => ({ kind: 'logged-secret', severity: 'high', label: quoteName(name), subject: { name, path: [] }, isByName: true });

function hasSecretName(name: string, path: Path): boolean {
  // a class, a component or an enum's member
  if (/^[A-Z][a-z]/u.test(name) && path.length === 0) return false;
  if (name === 'SecretBinary' || isHeaderName(name)) return true;
  return isSecretName(name);
}

/** `errors.password`, `FieldNames.Token`, `GrantType.Password`: a text or a constant about the thing. */
function isListing(owner: string | undefined, name: string): boolean {
  if (owner === undefined || isElement(owner)) return false;
  const last = getWords(owner).at(-1) ?? '';
  if (listings.has(last)) return true;
  return /^[A-Z]/u.test(owner) && (constantListings.has(last) || /^[A-Z][a-z]/u.test(owner) && /^[A-Z][a-z]/u.test(name));
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

function isConnectionName(name: string): boolean {
  const lower = name.toLowerCase();
  return ['url', 'uri', 'dsn', 'string'].some((end) => lower.endsWith(end)) && connectionParts.some((part) => lower.includes(part)) && (connectionName.test(lower) || connectionName.test(getWords(name).join('_')));
}

const connectionParts = ['connection', 'database', 'db', 'mongo', 'postgres', 'pg', 'mysql', 'redis', 'amqp', 'rabbitmq', 'jdbc', 'clickhouse'];
const connectionName =
  /^(?:(?:\w*_)?(?:database|db|mongo(?:db)?|postgres(?:ql)?|pg|mysql|redis|amqp|rabbitmq|cloudamqp|jdbc|clickhouse)_?ur[li]|\w*connection_?(?:string|ur[li])|(?:db|database|pg|postgres|mysql)_?dsn)$/u;
const constantListings = set('fields field keys key headers header cookies cookie actions action scopes scope permissions routes route status topics queues paths prefix');
/** A token that stands somewhere: `token.offset`. */
const placedToken = /\btoken\??\.(?:kind|start|end|offset|pos|position|loc|range|lexeme|line|column|col|indent|symbol|decimals)\b/u;
const otherTokenWords = set('lexer syntaxkind vocab vocabulary logits ethers web3 viem erc20 updatesecretversionstage updatesecretversionstagecommand');
const otherTokens =
  /^(?:\w*tokeni[sz]er?|\w*cancellationtoken(?:sources?)?|detokenize|token(?:type|kind)s?|tokenstream|tokenindex|get(?:first|last)tokens?|gettokens?(?:before|after|between|byrangestart)|(?:next|peek|consume|expect|prev)token|tokenaddress|tokensymbol|injectiontoken|designtokens?|prompttokens|maxtokens|max_tokens|clientrequesttoken)$/u;
