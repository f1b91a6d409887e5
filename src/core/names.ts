import { toOwnText } from './own-text.ts';
import { rememberLast } from './remember-last.ts';

/** How a name sounds: of a password that a person may have chosen, or of a secret that a machine made. */
export type NameKind = 'password' | 'secret';

/** `dbPassword`, `DB_PASSWORD`, `db-password` and `db.password` give `['db', 'password']`. */
export const splitWords = rememberLast((name): readonly string[] => splitAscii(name) ?? splitLetters(name));

const splitLetters = (name: string): readonly string[] =>
  spaceLetters(name)
    .replace(/(\D)(\d+)$/u, '$1 $2')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());

/** Character by character, which takes a tenth of the time that expressions take; undefined for what is not ASCII. */
function splitAscii(name: string): readonly string[] | undefined {
  const words: string[] = [];
  const figures = getFiguresStart(name);
  let start = 0;
  let before = isOther;
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    if (code > 127) return undefined;
    const kind = getKind(code);
    const isBoundary = kind === isOther || index === figures || (kind === isUpper && (before === isLower || before === isFigure || (before === isUpper && getKind(name.charCodeAt(index + 1)) === isLower)));
    if (isBoundary) {
      if (index > start) words.push(name.slice(start, index).toLowerCase());
      start = kind === isOther ? index + 1 : index;
    }
    before = kind;
  }
  if (start < name.length) words.push(name.slice(start).toLowerCase());
  return words;
}

/** Whether the words of two texts may end in the same character: told at once for most. */
export function endsAlike(one: string, other: string): boolean {
  const last = one.charCodeAt(one.length - 1);
  const end = other.charCodeAt(other.length - 1);
  return getKind(last) === isOther || getKind(end) === isOther || (last | 32) === (end | 32);
}

/** Where the figures at the end begin, if something is before them. */
export function getFiguresStart(name: string): number {
  let start = name.length;
  while (start > 0 && getKind(name.charCodeAt(start - 1)) === isFigure) start--;
  return start;
}

const isOther = 0;
const isLower = 1;
const isUpper = 2;
const isFigure = 3;

const getKind = (code: number): number => (code >= 97 && code <= 122 ? isLower : code >= 65 && code <= 90 ? isUpper : code >= 48 && code <= 57 ? isFigure : isOther);

/** The same for every alphabet; its expressions take long to compile, and few names need them. */
const spaceLetters = (name: string): string => name.replace(/[^\p{L}\p{M}\d]+/gu, ' ').replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2');

/**
 * The last word decides: `passwordPolicy`, `secretName` and `tokenUrl` name no secret. A first word such as
 * `is`, `public` or `hashed` takes the meaning away.
 */
export function getNameKind(name: string): NameKind | undefined {
  if (name.length > 100 || !nameStems.test(name) || (name.includes('::') && resourceType.test(name))) return undefined;
  // what it is counted by is no word of it
  const uncounted = name.slice(0, getFiguresStart(name)) || name;
  const known = kinds.get(uncounted);
  if (known !== undefined) return known === 'none' ? undefined : known;
  const kind = judgeName(uncounted);
  if (kinds.size >= mostKinds) kinds.clear();
  kinds.set(toOwnText(uncounted), kind ?? 'none');
  return kind;
}

/** `AWS::SecretsManager::Secret` */
const resourceType = /^[A-Z]\w{1,40}::\w{2,40}::\w{2,60}$/u;

/** Few names make up most of a project, and each is asked about often. */
const kinds = new Map<string, NameKind | 'none'>();
const mostKinds = 20_000;

function judgeName(name: string): NameKind | undefined {
  if (!mayEndName(getLastWord(name))) return undefined;
  // where a shell was before, the scope of a presigned URL, and nginx's way to another server
  if (/^(?:OLDPWD|X-Amz-Credential|(?:fastcgi|uwsgi|scgi|grpc|memcached)_pass)$/u.test(name)) return undefined;
  const words = [...splitWords(name)];
  while (words.length > 1 && (isQualifier(words.at(-1) ?? '') || isRepeated(words))) words.pop();
  const last = words.at(-1);
  if (last === undefined || words.some((word, index) => isNegation(word, index, last))) return undefined;
  if (isPasswordWord(last, words)) return 'password';
  if (last === 'salt') return isSaltOfOwner(words) ? 'secret' : undefined;
  if (secretWords.has(last)) return isOtherToken(last, words) ? undefined : 'secret';
  if (last === 'key' || last === 'keys') return isKeyOfOwner(words) || isKeyOfService(words) ? 'secret' : undefined;
  return endsInSecretWord(last);
}

/** The last of the words; empty where it takes more than a look at the end to tell it. */
function getLastWord(name: string): string {
  let end = name.length;
  while (end > 0 && getKind(name.charCodeAt(end - 1)) === isOther && name.charCodeAt(end - 1) < 128) end--;
  let start = end - 1;
  for (let behind = isOther; start >= 0; start--) {
    const code = name.charCodeAt(start);
    const kind = getKind(code);
    if (code > 127 || (kind === isFigure && start === end - 1)) return '';
    if (kind === isOther) break;
    if (behind === isUpper && kind !== isUpper) break;
    if (kind === isUpper && behind === isLower) {
      start--;
      break;
    }
    behind = kind;
  }
  return name.slice(start + 1, end).toLowerCase();
}

/** Whether a name may have a kind that ends with such a word. Most do not, and are not taken apart. */
const mayEndName = (word: string): boolean =>
  word === '' || endings.some((ending) => word.endsWith(ending)) || passwordWords.has(word) || secretWords.has(word) || qualifiers.has(word) || repeated.has(word);

/** Names under which only what a machine made is believed: the key of a service may also be where something is found, a salt may be public. */
export function needsRandomValue(name: string): boolean {
  const words = splitWords(name).filter((word, index) => index === 0 || !isQualifier(word));
  return words.at(-1) === 'salt' || (/^keys?$/u.test(words.at(-1) ?? '') && !isKeyOfOwner(words));
}

/** Every name that `getNameKind` accepts contains one of these. */
export const nameStems =
  /pass|pwd|pswd|pw(?![a-z])|secret|token|cred|key|bearer|jwt|pat(?![a-z])|senha|contrase[nñ]a|wachtwoord|kennwort|motdepasse|mdp(?![a-z])|has[lł]o|heslo|l[oö]senord|adgangskode|kodeord|salasana|clave|parola|jelsz|lozink|geslo|sifre|şifre|geheim|pepper|salt|парол|密码|密碼|パスワード|비밀번호/iu;

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** English, and "password" in other languages that names in programs are written in. */
const passwordWords = set(
  'password passwords passwd pwd pass passphrase passcode pswd passwrd passwort kennwort motdepasse mdp contrasena contraseña senha wachtwoord ' +
    'haslo hasło heslo losenord lösenord passord adgangskode kodeord salasana clave parola jelszo jelszó lozinka geslo sifre şifre пароль 密码 密碼 パスワード 비밀번호',
);
const secretWords = set(
  'secret secrets token credential credentials creds apikey apikeys secretkey privatekey accesskey authkey authtoken accesstoken ' +
    'refreshtoken clientsecret bearer jwt sessionkey masterkey signingkey encryptionkey apitoken apisecret appsecret ' +
    'webhooksecret hmackey sharedkey servicekey pat passkey geheimnis pepper consumerkey consumersecret',
);
const keyOwners = set(
  'api secret private access auth encryption encrypt crypto signing sign signature master service storage account hmac jwt ssh ' +
    'webhook shared sas deploy deployment admin session cookie app aes cipher root vault tls ssl license server rest ' +
    'subscription function stripe sendgrid mailgun twilio openai datadog newrelic algolia anthropic consumer token',
);
/** Services that give out keys for their API. */
const keyServices = set(
  'google maps weather openweather openweathermap firebase aws azure gcp slack github gitlab paypal braintree square cloudflare fastly pusher sentry ' +
    'segment mixpanel amplitude facebook twitter linkedin instagram youtube dropbox mapbox tomtom bing yahoo yelp zoom telegram discord plaid shopify ' +
    'intercom zendesk hubspot salesforce mailchimp sparkpost postmark nexmo vonage plivo infura alchemy etherscan binance coinbase newsapi omdb tmdb ' +
    'giphy spotify lastfm twitch steam geocoder geocoding recaptcha captcha akismet rapidapi tinify imgur flickr pinecone cohere mistral gemini deepl client parse',
);
const qualifiers = set(
  'value val string str text plain plaintext raw base64 b64 hex pem base prod production dev development staging stage test qa uat local v ' +
    'old new current previous default live sandbox primary secondary backup override main env',
);
/** Anywhere in the name. */
const negations = set(
  'public publishable anon anonymous masked redacted hashed hash encrypted encoded sealed digest fingerprint checksum ' +
    'existing placeholder label title hint regex pattern policy strength score length count',
);
/** As the first word only. */
const firstNegations = set(
  'is has have had can should must needs need require requires required missing invalid wrong incorrect expired show shows hide ' +
    'hidden toggle forgot forgotten remember validate verify check generate create with no not allow allows enable enables ' +
    'disable disables on handle manage max min num next page continuation cursor sync cancel cancellation syntax err error use uses ' +
    'reset resets change changes bad unexpected number total amount ask prompt describe list delete',
);
/** Pagination, cancellation, markup, design and language models have tokens that are no credentials. */
const otherTokens = set(
  'next page continuation start end first last eos bos pad unk sep cls mask stop special lex parse design color css sub cancellation ' +
    'cancel injection syntax text word sync resume input output result idempotency sequence request client change task creation postman',
);

/** `password_confirmation` */
const isRepeated = (words: readonly string[]): boolean => repeated.has(words.at(-1) ?? '') && passwordWords.has(words.at(-2) ?? '');

const repeated = set('confirm confirmation again repeat repeated');

/** Of words of which only the end is asked for. */
const endings = 'password passwd passphrase pwd pass pw passe token secret key keys salt'.split(' ');

/** `password2`, `API_KEY_V2`, `tokenProd`. */
const isQualifier = (word: string): boolean => qualifiers.has(word) || /^\d+$/u.test(word);

const isNegation = (word: string, index: number, last: string): boolean => negations.has(word) || (index === 0 && ((firstNegations.has(word) && !(word === 'enable' && /^(?:password|secret)$/u.test(last))) || (madeUp.has(word) && !passwordWords.has(last))));

/** A password that a test makes up is one of something there. */
const madeUp = set('fake mock dummy');

const isPasswordWord = (last: string, words: readonly string[]): boolean =>
  passwordWords.has(last) || (last === 'pw' && words.length > 1) || (last === 'passe' && words.at(-2) === 'de');

const isOtherToken = (last: string, words: readonly string[]): boolean => last === 'token' && (otherTokens.has(words.at(-2) ?? '') || words.some((word) => /^[cx]srf$/u.test(word)));

/** A `storageKey` alone is the name under which a browser keeps something. */
const isKeyOfOwner = (words: readonly string[]): boolean => {
  const owner = words.at(-2) ?? '';
  return keyOwners.has(owner) && (owner !== 'storage' || words.length > 2);
};

const isKeyOfService = (words: readonly string[]): boolean => keyServices.has(words.at(-2) ?? '');

/** The salt of a whole application; that of one hash stands beside the hash. */
const isSaltOfOwner = (words: readonly string[]): boolean => words.slice(0, -1).some((word) => /^(?:security|auth|secret|token|app|cookie|session|hashids|crypt|encryption|jwt)$/u.test(word));

/** Run-together names: `dbpassword`, `mysqlpwd`, `storepass`, `githubtoken`. */
function endsInSecretWord(word: string): NameKind | undefined {
  if (/(?:password|passwd|passphrase|pwd)$/u.test(word) || passOfOwner.test(word)) return 'password';
  if (/(?:apikey|secretkey|accesskey|privatekey|clientsecret)$/u.test(word)) return 'secret';
  return word.endsWith('token') && !otherTokens.has(word.slice(0, -5)) && !/^[cx]srf|(?:next|page|continuation|sync)token$/u.test(word) ? 'secret' : undefined;
}

/** Not `bypass`, `compass` or `trespass`. */
const passOfOwner = /^(?:db|database|user|usr|my|sql|mysql|mongo|pg|postgres|redis|require|admin|root|auth|login|smtp|mail|imap|ftp|ssh|ldap|bind|proxy|key|store|keystore|trust|truststore|svn|git|wifi|vpn)pass$/u;

/** Names that say nothing of the secret under them. */
export const isVagueName = (name: string): boolean => /^(?:authorization|auth|url|uri|value|key|default|headers?|data)$/iu.test(name);

/** Names that are counted are one, where the value says nothing of the count. */
export function withoutFigures(name: string, value: string): string {
  const end = getFiguresStart(name);
  return end === name.length || value.includes(name.slice(end)) ? name : `${name.slice(0, end)}0`;
}
