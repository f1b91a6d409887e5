import { isDocumentedValue } from './documented-values.ts';
import { isPlaceholder } from './placeholder.ts';
import { getWordLikeness, isRandom } from './randomness.ts';
import { rememberLast } from './remember-last.ts';
import { isReference, isTemplate } from './value-elsewhere.ts';

export { isRandom };

/** What a value looks like, whatever its name. Only `opaque` and `guessable` can be secrets. */
export type ValueClass =
  | 'empty'
  | 'placeholder'
  | 'reference'
  | 'template'
  | 'path'
  | 'url'
  | 'uuid'
  | 'plain'
  | 'words'
  | 'identifier'
  | 'pattern'
  | 'alphabet'
  | 'data'
  /** Short or word-like, as people choose passwords. */
  | 'guessable'
  /** Random enough for a machine-made secret. */
  | 'opaque';

export const classifyValue = rememberLast(classify);

function classify(value: string): ValueClass {
  const trimmed = value.trim();
  if (trimmed === '') return 'empty';
  if (trimmed.length > 8192) return 'data';
  for (const [valueClass, test] of tests) if (test(trimmed)) return valueClass;
  return isRandom(trimmed) ? 'opaque' : 'guessable';
}

const isPath = (value: string): boolean =>
  /^(?:~|\.{1,2})?\/[\w.@:~-]+(?:\/[\w.@:~-]+)*\/{0,2}$/u.test(value) && /[a-z]{3}/iu.test(value) && !isRandomSegment(value)
  || /^[A-Za-z]:\\/u.test(value)
  || /^(?:[\w.-]+\/)+[\w.-]+\.[a-z]{1,5}$/u.test(value)
  || /^[\w-]+(?:\.[\w-]+)*\.(?:json|ya?ml|pem|key|crt|txt|env|conf|cfg|ini|toml|js|ts|py|sh|html?|css|p12|jks|xml)$/iu.test(value)
  || /^[a-z][\w-]*(?:\/[a-z][\w-]*){1,}$|^[A-Za-z][A-Za-z-]*(?:\/[A-Za-z][A-Za-z-]*){2,}$/u.test(value) && getWordLikeness(value) > 0.5;

const isRandomSegment = (value: string): boolean => value.split('/').some((segment) => segment.length >= 20 && isRandom(segment));

/** URLs without a password; those with one are a detector's business. */
const isUrl = (value: string): boolean => /^[a-z][a-z\d+.-]*:\/\/[^\s/?#]*(?:[/?#].*)?$/iu.test(value) && !/:\/\/[^/?#\s:]*:[^/?#\s]*@/u.test(value);

const isUuid = (value: string): boolean => /^\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}?$/iu.test(value);

/** Numbers, versions, dates, durations, e-mail addresses, media types, URNs, coordinates of Maven, names of headers, lists of names, IAM actions, entry points of Python. */
const isPlain = (value: string): boolean =>
  /^[a-z][\w-]*(?:\.[\w-]+)+:[\w.-]+:\d[\w.-]*$|^[a-z][a-z\d-]{1,40}:[A-Z][a-z]+(?:[A-Z][A-Za-z]*|\*)$|^amzn\d\.[a-z]+\.[\w.-]+$/u.test(value) ||
  /^[a-z_]+(?:\.[a-z_]+)+:[a-z_]+$/u.test(value) ||
  (/^x(?:-[a-z]{2,20}){1,6}(?:-\d{1,4})?$/iu.test(value) && getWordLikeness(value) > 0.5) ||
  (/^[A-Za-z_]\w*(?:,[A-Za-z_]\w*)+$/u.test(value) && value.split(',').every((item) => isIdentifier(item))) ||
  /^(?:[+-]?\d{1,7}(?:\.\d+)?(?:ms|s|m|h|d|px|%|[kKmMgG]i?[bB])?|v?\d+\.\d+(?:\.\d+)*(?:-[\w.]+)?|\d{4}-\d\d-\d\d.*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:application|audio|font|image|message|model|multipart|text|video)\/[a-z\d.+-]+|urn:.*|\d{1,3}(?:\.\d{1,3}){3}|#[\da-f]{3,8})$/iu.test(value) &&
  value.lastIndexOf('@') <= value.lastIndexOf('.');

/** Types of schemas, columns and forms. */
const typeName = /^(?:string|boolean|bool|number|integer|int|bigint|float|double|object|array|date|datetime|timestamp|uuid|buffer|binary|blob|json|any|unknown|never|void|text|(?:n?var)?char2?(?:\(\d+\))?)(?:\[\])?$/iu;

/** `required|min:8` */
const validatorRules = /^[a-z_]+(?::[\w,.-]+)?(?:\|[a-z_]+(?::[\w,.-]+)?)+$/u;

/** Names of RFC 7518 and OpenSSL. */
const algorithm = /^(?:[HRPE]S(?:256|384|512)K?|EdDSA|aes-?(?:128|192|256)(?:-?(?:cbc|gcm|ctr|ecb|ccm))?|sha-?(?:1|2|3|224|256|384|512)|md5|bcrypt|argon2(?:id|i|d)?|pbkdf2(?:[_-]sha\d+)?|scrypt|rsa-?\d{0,4}|ed25519|base64(?:url)?|hex|utf-?8)$/iu;

/** Sentences and labels: words of letters with spaces between. */
const isWords = (value: string): boolean => {
  // other scripts write words; keys and nearly all passwords are ASCII
  if (/[^\u0000-\u007F]/u.test(value) && (value.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0) > 1) return !/\d/u.test(value) || /\s/u.test(value);
  const text = value.replace(/\\[nrt]/gu, ' ').trim();
  if (!/\s/u.test(text) || !/^[\p{L}\p{M}'’",;:.!?¡¿()\s\d%/&*+=<>|_-]+$/u.test(text)) return false;
  const words = text.split(/\s+/u);
  return words.filter((word) => /^[\p{L}\p{M}'’",;:.!?¡¿()-]+$/u.test(word)).length >= words.length * 0.6;
};

/** Identifier-like: words of letters joined by one kind of mark or by case, such as `ERR_TOKEN_EXPIRED` or `current-password`. */
const isIdentifier = (value: string): boolean => {
  if (!/^[A-Za-z_$][\w$.:@/[\]-]*$/u.test(value) || /\d{3}/u.test(value)) return false;
  const words = value
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .split(/[^A-Za-z]+/u)
    .filter((word) => word.length > 1);
  if (words.length < 2) return false;
  const digits = value.replace(/\D/gu, '').length;
  return digits <= 2 && words.every((word) => getWordLikeness(word) >= 0.5 || word.length <= 4) && getWordLikeness(words.join(' ')) >= 0.62;
};

const isPattern = (value: string): boolean =>
  /\(\?[:=!<]|\[\^?[\w\\]-[\w\\]|\\[dwsb][+*{)]?|\{\d+,\d*\}|^\^.*\$$|\.\*|^\/.+\/[gimsuy]*$|^@?\w+(?:\.\w+)*(?:\.\$\w{1,3})+$|^[a-z.#]*\[[\w-]+[*^$~|]?=/u.test(value) ||
  /^(?:rgba?|hsla?|var|calc|url|linear-gradient)\(/u.test(value);

/** Alphabets for encodings: nearly every character once, mostly in order. */
function isAlphabet(value: string): boolean {
  if (value.length < 16) return false;
  let ordered = 0;
  for (let index = 1; index < value.length; index++) {
    const step = value.charCodeAt(index) - value.charCodeAt(index - 1);
    if (step > 0 && step <= 3) ordered++;
  }
  return ordered >= value.length * 0.7 && new Set(value).size >= value.length * 0.95;
}

/** Data and digests that are public by their shape, types and algorithms by their names; answers of SNS to be confirmed (https://docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html). */
const isData = (value: string): boolean =>
  typeName.test(value) ||
  algorithm.test(value) ||
  validatorRules.test(value) ||
  /^(?:data:[a-z]+\/|sha(?:1|256|384|512)[-:]|md5[-:]|iVBORw0KGgo|\/9j\/|R0lGOD|JVBERi0|UEsDB|H4sI|AGFzbQ|d09G|ssh-(?:rsa|ed25519|dss) |ecdsa-sha2|age1|-----BEGIN (?:CERTIFICATE|[A-Z ]*PUBLIC KEY|PGP (?:PUBLIC|MESSAGE|SIGNATURE)))/u.test(
    value,
  ) || /^(?:\$(?:1|2[abxy]|5|6|7|y|apr1|argon2\w*|pbkdf2[\w-]*|scrypt)\$|(?:pbkdf2|bcrypt|argon2|scrypt)[\w:]*\$|\{(?:S?SHA\d*|S?MD5|CRYPT)\}|\*[\dA-F]{40}$|h1:|SHA256:)/u.test(value) || /^(?:\w+:)?[[{].*[\]}]$/su.test(value) || /^2336412f37[\da-f]{90,}$/u.test(value);

const tests: readonly (readonly [ValueClass, (value: string) => boolean])[] = [
  ['placeholder', (value) => /^<[^<>%$]*>$/u.test(value)],
  ['reference', isReference],
  ['template', isTemplate],
  ['placeholder', isPlaceholder],
  ['placeholder', isDocumentedValue],
  ['uuid', isUuid],
  ['data', isData],
  ['pattern', isPattern],
  ['alphabet', isAlphabet],
  ['plain', isPlain],
  ['url', isUrl],
  ['path', isPath],
  ['identifier', isIdentifier],
  ['words', isWords],
];
