import { endsAlike, splitWords } from './names.ts';
import type { Candidate, Place } from './named.ts';

/**
 * A password that everybody tries first: a word for a password or for who has it (`secret`, `test_password`, `admin`), or figures
 * and keys in their order. It stands for another in a sample, and in earnest where something logs in with it.
 */
export function isWeakPassword({ name, value, path, place }: Candidate): boolean {
  if (value.length > 64) return false;
  // https://docs.oracle.com/javase/8/docs/technotes/tools/unix/keytool.html
  if (value === 'changeit') return place !== 'text' && place !== 'sample';
  if (place === 'text' || place === 'sample' || !/^[\w$. -]{1,80}$/u.test(name) || isLabel(value) || isFieldName(value, place)) return false;
  if (place !== 'setting' && /^[A-Z_]+$/u.test(name) && /[_-]/u.test(value) && isEcho(name, value)) return false;
  // "pass" is also what a test does, and how many did
  if (/^pass$/iu.test(name) && !isLogin(place)) return false;
  if (isPlainWord(name, value)) return isLogin(place) || place === 'test' || isOfOwner(name, path, place);
  return isSaid(value) || isCounted(value, isLogin(place) || place === 'setting' ? 3 : 4) || (isOfTest(place) && isTold(value));
}

/**
 * A secret of an application that is a word for a secret or some figures: `JWT_SECRET=supersecret`, `clientSecret: 'secret'`,
 * `client-secret: 112233`; in settings also one as short as only a person makes it: `secret="ab12cd"`.
 */
export function isWeakSecret({ name, value, place }: Candidate): boolean {
  if (value.length >= 40 || place === 'text' || place === 'sample' || !name.toLowerCase().includes('secret')) return false;
  if (/^[A-Z_]+$/u.test(value) || isEcho(name, value)) return false;
  if (isOfApplication(name)) return secretWords.test(value) || isCounted(value, 3) || (place === 'setting' && /^foo(?:bar)?$/u.test(value));
  return /(?:^|[_.-])secret$/iu.test(name) && ((place === 'setting' && isShort(value)) || isCounted(value, 5));
}

export function isOfApplication(name: string): boolean {
  const lower = name.toLowerCase();
  return lower.includes('secret') && ofApplication.test(lower);
}

const ofApplication = /(?:^|[_.-]|[a-z])(?:client|app|application|jwt|session|cookie|auth|oauth|token|flask|django|consumer|hmac|signing|admin)[_.-]?secret(?:[_.-]?key)?$|^secret[_-]?key$/u;

const isShort = (value: string): boolean => /^(?=[^\d]{0,6}\d)(?=[^A-Za-z]{0,6}[A-Za-z])[A-Za-z\d!@#$%^&*+]{5,7}$/u.test(value) && !/^v\d/u.test(value);

/** `jwt_secret: 'jwt_secret'` is a name; `client-secret: secret` is not. */
const isEcho = (name: string, value: string): boolean => endsAlike(name, value) && splitWords(value).length > 1 && splitWords(name).join('').endsWith(splitWords(value).join(''));

const secretWords = /^(?:(?:my|our|the|a|very|super|top|test|dev|jwt|some|shh+)[-_ ]?){0,3}(?:secret|sekrit|s3cr3t)(?:[-_ ]?key)?\d{0,4}!{0,3}$|^(?:shh+|keyboard cat|changeit)$/iu;

const isOfTest = (place: Place): boolean => place === 'test' || place === 'test-login';

const isLogin = (place: Place): boolean => place === 'sink' || place === 'connection' || place === 'test-login';

/** Texts of forms. */
const isLabel = (value: string): boolean => /^(?:Pass[a-z]{0,6}|PASSWORD|Secret|SECRET)$|^(?:new|current)-password$/u.test(value);

/** `DB_PASSWORD` is what the password is called somewhere, and so is `user_password` in a program. */
const isFieldName = (value: string, place: Place): boolean => /^[A-Z]+(?:_[A-Z]+)+$/u.test(value) || (!isOfTest(place) && place !== 'setting' && /^[a-z]+[A-Z][A-Za-z]*$|^password[12]$/u.test(value)) || (place === 'code' && /[_-]/u.test(value));

/** `password: 'password'`, where the value may as well name a field. */
const isPlainWord = (name: string, value: string): boolean => /^(?:password|passwd|pass|pwd|passphrase)$/u.test(value) && splitWords(name).join('').endsWith(value);

/** `DB_PASSWORD=password`; a `FIELD_PASSWORD` and a `GRANT_TYPE_PASSWORD` are names. In settings the words around say it too. */
const isOfOwner = (name: string, path: readonly string[], place: Place): boolean => {
  if (place === 'setting' && ofVariable.test(name)) return true;
  const around = place === 'setting' ? path.slice(-2).flatMap(splitWords) : [];
  return [...splitWords(name).slice(0, -1), ...around].some((word) => owners.has(word)) || around.some((word) => /^(?:users?|accounts?|members?)$/u.test(word));
};

/** A variable that is set, of a service or a person of any name. */
const ofVariable = /^(?!(?:\w{1,40}_)?(?:FIELD|GRANT|TYPE|LABEL|INPUT|FORM|KEY|ATTR|ATTRIBUTE|PARAM|METHOD|MODE|TEXT|NAME|COLUMN|HEADER|OPTION|FLAG|SECRET)_)[A-Z][A-Z\d]*(?:_[A-Z\d]+)*_PASS(?:W(?:OR)?D)?$/u;

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const owners = set('db database datasource sql mysql mariadb postgres postgresql pg mongo mongodb redis rabbitmq amqp mssql oracle sa admin root superuser smtp mail ldap keystore truststore ftp default demo guest test basic kafka elasticsearch');

/** Nothing but such words before a number. */
export const isSaidWithNumber = (words: string): boolean => isSaid(`${words}1`);

/** Nothing but words for a password and for who has it, with or without a number or marks after them. */
function isSaid(value: string): boolean {
  if (value.length < 3 || value.length > 40 || !/^[A-Za-z][A-Za-z\d _-]*[!@#$%*.]{0,4}$/u.test(value)) return false;
  const words = splitWords(value).filter((word) => !/^\d{1,5}$/u.test(word));
  return words.length > 0 && words.every((word) => said.has(word) || joined.test(word));
}

const said = set(
  'password passwd passwort pass pwd passphrase secret sekret sekrit test tester testing user admin administrator root guest demo foo bar baz foobar hello world qwerty qwertz ' +
    'asdf asdfgh zxcv letmein welcome my new old super top db changed updated another other different valid good strong correct initial first second temp temporary dev local default staging',
);

const joined = /^(?:my|new|old|test|user|admin|db|dev|demo|root|super|secret|another|some)+(?:password|passwd|pass|pwd|secret)?\d{0,4}$|^(?:password|pass|test|user|admin|abc|qwerty|secret)\d{1,6}$/u;

/** `123456`, `111333`, `Aa123456`, `abcd1234`, `1q2w3e4r` */
const isCounted = (value: string, least: number): boolean => (/^\d{3,12}$/u.test(value) && value.length >= least) || /^(?:[A-Za-z]{1,6}1234?5?6?7?8?9?0?[!@#$.]{0,3}|1q2w3e(?:4r)?(?:5t)?|12345678901234567890)$/u.test(value);

/** In a test, words that say that they are a password. */
const isTold = (value: string): boolean => /^[A-Za-z][\w:.-]{2,60}$/u.test(value) && /pass(?:word|wd)?|pwd|secret/iu.test(value) && !/^(?:your|wrong|invalid|incorrect|bad|no|not|missing|change|example|enter|insert|the_?)|field|input|required|error|label|message|url|path|confirm|forgot|reset|strength|hash|bypass|type/iu.test(value);
