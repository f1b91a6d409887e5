import type { Match } from './match.ts';
import { endsAlike, getNameKind, needsRandomValue, splitWords } from './names.ts';
import type { Severity } from './problem.ts';
import { isOfFillersWithNumber } from './placeholder.ts';
import type { Range } from './range.ts';
import { Secret } from './secret.ts';
import { classifyValue, isRandom } from './value.ts';
import { isOfApplication, isSaidWithNumber, isWeakPassword, isWeakSecret } from './weak-password.ts';

/** A value under a name, as a scanner or rule cut it out of its carrier. */
export interface Candidate {
  readonly name: string;
  /** Names of what encloses it, outermost first. */
  readonly path: readonly string[];
  /** The value as the program sees it, escapes resolved. */
  readonly value: string;
  readonly range: Range;
  readonly place: Place;
}

/**
 * How surely the place assigns a credential. `sink`: an argument or option that is one by its API. `setting`: a line of a
 * settings file. `connection`: an object with a host or a user beside it. `code`: anything else in a program.
 * `test`: a program under test; `test-login`: as a sink or a connection there. `sample`: a file that shows what others are to
 * look like. `text`: locale files and prose.
 */
export type Place = 'sink' | 'setting' | 'connection' | 'code' | 'test' | 'test-login' | 'sample' | 'text';

/** The place of what an API takes as a credential, in a program that is of the place `place` elsewhere. */
export const asSink = (place: Place): Place => (place === 'code' ? 'sink' : asTestLogin(place));

/** Likewise of what stands beside a user or a host. */
export const asConnection = (place: Place): Place => (place === 'code' ? 'connection' : asTestLogin(place));

const asTestLogin = (place: Place): Place => (place === 'test' ? 'test-login' : place);

/** Judges a value by its name, its look and its place together. */
export function judgeNamed(candidate: Candidate): Match | undefined {
  const { name, value, range, place } = candidate;
  const kind = place === 'sink' ? (getNameKind(name) ?? 'secret') : getNameKind(name);
  if (kind === undefined || (isEcho(candidate) && !(kind === 'password' ? isWeak(candidate) : isWeakSecret(candidate)))) return undefined;
  const severity = kind === 'password' ? judgePassword(candidate) : judgeSecret(candidate);
  if (severity === undefined) return undefined;
  return {
    detectorId: kind === 'password' ? 'password-value' : 'secret-value',
    title: kind === 'password' ? 'a password' : 'a secret',
    severity,
    range,
    secret: new Secret(value),
    isUrlPassword: false,
    isWholeValue: true,
  };
}

/** Whether a value of these words and any number is no secret, whatever its name and its place: `value-`, `your_token_`. */
export const isHarmlessWithNumber = (words: string): boolean => isOfFillersWithNumber(words) && !isSaidWithNumber(words);

/** What a test makes up fails no run; it is said, since passwords of real systems are among them. */
function judgePassword(candidate: Candidate): Severity | undefined {
  if (isWeak(candidate)) return 'low';
  const { name, value, place } = candidate;
  const valueClass = classifyValue(value);
  const isOfTest = place === 'test' || place === 'test-login';
  if (isServiceDefault(value)) return isPassword(value, valueClass, isOfTest ? 'connection' : place) ? 'low' : undefined;
  if (isPassword(value, valueClass, isOfTest ? 'test' : place)) return isOfTest || place === 'sample' ? 'medium' : 'high';
  if (isOfTest && isPassword(value, valueClass, place === 'test' ? 'code' : 'connection')) return 'low';
  return (place === 'setting' || place === 'connection') && isServicePassword(name, value) ? 'low' : undefined;
}

/** Passwords that services begin with, in their documents: whoever knows the service knows them. */
const isServiceDefault = (value: string): boolean => /^(?:postgres|root|admin|guest|minioadmin|elastic|rabbitmq|mysql|mongo|mongodb|mariadb|redis|neo4j|oracle|vagrant|localstack)$/u.test(value);

/** What images of databases are started with, and what everybody tries first. */
const isWeak = (candidate: Candidate): boolean => {
  const { name, value, place } = candidate;
  if (/^(?:setting|connection|test-login)$/u.test(place) && ofContainer.test(name) && /^(?:secret|pass|passwd|password)$/u.test(value)) return true;
  return isWeakPassword(candidate);
};

/** Variables with which images of databases set the password that they start with; see https://hub.docker.com/_/mysql, /_/postgres and their like. */
const ofContainer = /^(?:(?:MYSQL|MARIADB)_(?:ROOT_)?PASSWORD|POSTGRES_PASSWORD|PGPASSWORD|MONGO_INITDB_ROOT_PASSWORD|RABBITMQ_DEFAULT_PASS|(?:MSSQL_)?SA_PASSWORD|ORACLE_PASSWORD|ELASTIC_PASSWORD|MINIO_ROOT_PASSWORD|COUCHDB_PASSWORD|REDIS_PASSWORD)$/u;

/** `REDIS_PASSWORD: acme_redis_password`, in lower case as no variable that is set is called. */
const isServicePassword = (name: string, value: string): boolean =>
  (/^(?:\w{1,30}_)?(?:DB|DATABASE|MYSQL|MARIADB|POSTGRES|PG|REDIS|MONGO|RABBITMQ|SMTP|MAIL|ADMIN|ROOT|SA)_?PASS(?:WORD)?$/u.test(name) && /^[a-z]{3,20}[-_](?:test|testing|dev|ci|local|admin|root|user|app)$/u.test(value)) ||
  /^[A-Z][A-Z\d_]*_PASS(?:WORD)?$/u.test(name) && /^[a-z]{3,20}(?:_[a-z]{2,20}){1,3}$/u.test(value) && /_pass(?:word|wd)?$/u.test(value) && !/^(?:your|my|the|some|test|example|sample|dummy|fake|db|database|root|user|admin|secret|new)_/u.test(value);

const judgeSecret = (candidate: Candidate): Severity | undefined => {
  if (isWeakSecret(candidate) || isWordySecret(candidate)) return 'low';
  if (!isMachineSecret(candidate)) return undefined;
  return /^(?:test|test-login|sample)$/u.test(candidate.place) ? 'medium' : 'high';
};

/** Applications sign with words too: `SECRET_KEY = 'you-will-never-guess'`. */
const isWordySecret = ({ name, value, place }: Candidate): boolean =>
  /^(?:code|setting|sink|connection)$/u.test(place) && isOfApplication(name) && (isLoneWord(value) || (/^[a-z]+(?:[- ][a-z]+){3,}$/u.test(value) && !/(?:key|keys|secret|secrets|token|name|string|value|credentials|id|arn|path)$/u.test(value) && classifyValue(value) !== 'placeholder'));

/** The value says no more than its own name: `password: 'Password'`, `API_KEY=api-key`. */
const isEcho = ({ name, value }: Candidate): boolean => {
  if (!endsAlike(name, value) || /\d{2}/u.test(value)) return false;
  const echo = splitWords(value).join('');
  if (echo === '') return false;
  return splitWords(name).join('').endsWith(echo) || isEchoInWords(name, value);
};

/** `FACEBOOK_APP_SECRET: fbAppSecret` */
const isEchoInWords = (name: string, value: string): boolean => {
  const words = splitWords(value);
  return /^[a-z]+[A-Z][A-Za-z]*$/u.test(value) && words.length === 3 && getNameKind(name) === 'secret' && words.slice(1).join(' ') === splitWords(name).slice(-2).join(' ');
};

/** A person may have chosen it: short and word-like values count where the place surely assigns a credential. */
function isPassword(value: string, valueClass: string, place: Place): boolean {
  if (valueClass === 'words' && place === 'setting') return isSpacedPhrase(value);
  if (/\s{2}|\n/u.test(value) || value.length < 4 || value.length > 512) return false;
  const isSure = place === 'sink' || place === 'setting' || place === 'connection';
  if (valueClass === 'opaque') return place !== 'text' || /\d/u.test(value);
  if (valueClass === 'uuid') return isSure || place === 'code';
  if (valueClass === 'path') return isSure && value.length > 11 && isRandom(value) && !/^\.|\.[a-z]{1,5}$/u.test(value);
  if (valueClass === 'pattern') return isSure && !/[[({\\^]/u.test(value);
  if (valueClass === 'identifier' && place !== 'text') return (isSure && (isPassphrase(value) || isChosen(value))) || isNumberedWords(value, isSure ? 1 : 2);
  if (valueClass === 'plain' || valueClass === 'words') return isSure && isChosen(value);
  if (valueClass !== 'guessable') return false;
  if (isSure) return true;
  // in ordinary code a short word is a label or a field's name; a digit or a mark beside letters makes it a password
  return place === 'code' && ((isChosen(value) && /[A-Za-z]/u.test(value)) || isLoneWord(value));
}

/** Names of fields and settings are made of these; what people choose is not. */
const fieldWord = /pass|pwd|passw|secret|token|key|cred|auth|user|name|field|form|input|login|config|param|value|type|default|test|env|prod|stag|dev|label|error|msg|text|arn|path|file|url|host|db/iu;

/** `springyankees`, as no label, field or rule of a form is called. */
const isLoneWord = (value: string): boolean => /^[a-z]{8,30}$/u.test(value) && !fieldWord.test(value) && !labels.has(value);

const labels: ReadonlySet<string> = new Set(
  (
    'required confirmed nullable optional incorrect notright invalid mismatch certificate secondary autocomplete sometimes prohibited protected disabled enabled ' +
    'visible readonly nonalphamin alphanumeric alphadash uppercase lowercase numeric maxlength minlength confirmation authenticate signature anonymous undefined ' +
    'plaintext encrypted decrypted generated standard advanced personal external internal kerberos negotiate interactive basicauth mandatory forbidden unchanged ' +
    'disallow directory firstname lastname security settings validation validator attribute property variable constant function material outlined placeholder ' +
    'children container component response redirect callback operation permission sensitive restricted scrambled whatever anything something nonexistent'
  ).split(' '),
);

/** `correct-horse-battery`, not `login-password-input`. */
const isPassphrase = (value: string): boolean => /^[A-Za-z]+(?:[-._][A-Za-z]+){2,}$/u.test(value) && !fieldWord.test(value) && (value.includes('-') || value.split(/[._]/u).length > 3);

/** `autumn bailey jessica`: some short words in lower case, and none of those that make a sentence. */
const isSpacedPhrase = (value: string): boolean => /^[a-z]{3,10}(?: [a-z]{3,10}){2,5}$/u.test(value) && !fieldWord.test(value) && !sentenceWord.test(value);

const sentenceWord = /\b(?:the|and|for|not|are|is|was|has|have|must|should|please|enter|your|you|with|this|that|from|will|can|cannot|when|if|required|invalid|new|old|current|only|use|used|set|see|here|los|las|una|del|der|die|das|ein|eine|und|les|des|une|pour|votre|tuo|una|para)\b/u;

/** `oliverTiger05`, `marlin_coffee33`: words and a number, as no field is called. */
const isNumberedWords = (value: string, digits: number): boolean => {
  const found = /^(?<words>[A-Za-z._-]{6,60})(?<number>\d{1,4})$/u.exec(value);
  const { words = '', number = '' } = found?.groups ?? {};
  return number.length >= digits && words.split(/[._-]/u).every((word) => word.length > 2) && !fieldWord.test(words) && !/^[a-z]+(?:-[a-z]+)+\d$/u.test(value);
};

const isChosen = (value: string): boolean =>
  !/\s/u.test(value) && /\d|[!@#$%^&*+=?~]/u.test(value) && !/^[a-z]+(?:[._-][a-z\d]+)+$/u.test(value) && !/^\w+\[\d*\]$/u.test(value);

/** What the value looks like is asked last: it takes longest to tell. */
function isMachineSecret({ name, value, place }: Candidate): boolean {
  // a session is also signed with "keyboard cat"
  if (place === 'sink' && /^\S{3,} \S{3,}$/u.test(value) && /^(?:words|guessable)$/u.test(classifyValue(value))) return true;
  if (value.length < 8 || value.length > 4096 || /\s/u.test(value)) return false;
  if (isKeyId(name, value) || isNameOfResource(value, place)) return false;
  const isSure = place === 'sink' || place === 'setting';
  // most of what stands in programs: words, which only a machine's luck would make a secret
  if (!isSure && /^[A-Za-z]+$/u.test(value) && !isRandom(value)) return false;
  const valueClass = classifyValue(value);
  if (needsRandomValue(name) && (valueClass !== 'opaque' || value.length < 20)) return false;
  if (valueClass === 'opaque') return place !== 'text' || value.length >= 16;
  if (valueClass === 'uuid') return isSure || ((place === 'code' || place === 'connection') && /(?:key|secret)\d*$/iu.test(name));
  if (valueClass === 'path') return isRandom(value) && value.length >= 20 && /\d/u.test(value);
  if (valueClass === 'identifier') return isSure;
  return valueClass === 'guessable' && (isSure || ((place === 'code' || place === 'connection') && isChosen(value) && /\d/u.test(value)));
}

/** The public half of a pair: `"accessKey": "AROA…"` in an event of API Gateway. */
const isKeyId = (name: string, value: string): boolean => value.length === 20 && /^[A-Z]{4}[A-Z\d]{16}$/u.test(value) && /access[_-]?key(?:[_-]?id)?$/u.test(name.toLowerCase());

/** An object of Kubernetes or a parameter that holds the secret is called so; in a program, anything of short words is. */
const isNameOfResource = (value: string, place: Place): boolean =>
  (place !== 'setting' && place !== 'sink' && /^[a-z]{2,10}(?:-[a-z]{2,10}){1,4}$/u.test(value)) || endsAsResource(value);

/** `prod-db-secret`, `api_token`, `app-credentials-store`: told without an expression, which takes longer to make than most runs have. */
function endsAsResource(value: string): boolean {
  // most end otherwise
  const last = value.slice(Math.max(value.lastIndexOf('-'), value.lastIndexOf('_')) + 1);
  if (!resourceWords.has(last) && last !== 'manager' && last !== 'store') return false;
  const parts = value.replace(/-(?:manager|store)$/u, '').split('-');
  const words = parts.length > 1 ? parts : (parts[0] ?? '').split('_');
  return resourceWords.has(words.at(-1) ?? '') && words.length > 1 && (parts.length > 1 || words.length < 4) && /^[a-z]/u.test(value) && words.every((word) => /^[a-z\d]+$/u.test(word));
}

const resourceWords: ReadonlySet<string> = new Set(['secret', 'secrets', 'token', 'tokens', 'key', 'keys', 'credentials', 'creds']);
