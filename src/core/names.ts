/** How a name sounds: of a password that a person may have chosen, or of a secret that a machine made. */
export type NameKind = 'password' | 'secret';

/** `dbPassword`, `DB_PASSWORD`, `db-password` and `db.password` give `['db', 'password']`. */
export function splitWords(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/gu, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/gu, '$1 $2')
    .replace(/(\D)(\d+)$/u, '$1 $2')
    .split(/[^A-Za-z\d]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/**
 * The last word decides: `passwordPolicy`, `secretName` and `tokenUrl` name no secret. A first word such as
 * `is`, `public` or `hashed` takes the meaning away.
 */
export function getNameKind(name: string): NameKind | undefined {
  if (name.length > 100) return undefined;
  const words = splitWords(name);
  while (words.length > 1 && qualifiers.has(words.at(-1) ?? '')) words.pop();
  const last = words.at(-1);
  if (last === undefined || words.some((word, index) => isNegation(word, index))) return undefined;
  if (isPasswordWord(last, words.length)) return 'password';
  if (secretWords.has(last)) return isCounted(last, words) ? undefined : 'secret';
  if (last === 'key' || last === 'keys') return keyOwners.has(words.at(-2) ?? '') ? 'secret' : undefined;
  return endsInSecretWord(last);
}

/** Every name that `getNameKind` accepts contains one of these. */
export const nameStems = /pass|pwd|pswd|secret|token|cred|key|bearer|jwt|senha|contrasena|wachtwoord|motdepasse|\bpat\b|_pat/iu;

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const passwordWords = set('password passwd pwd passphrase passcode passwort motdepasse contrasena senha wachtwoord pswd passwrd');
const secretWords = set(
  'secret secrets token credential credentials creds apikey apikeys secretkey privatekey accesskey authkey authtoken accesstoken ' +
    'refreshtoken clientsecret bearer jwt sessionkey masterkey signingkey encryptionkey apitoken apisecret appsecret ' +
    'webhooksecret hmackey sharedkey servicekey pat passkey',
);
const keyOwners = set(
  'api secret private access auth encryption encrypt crypto signing sign signature master service storage account hmac jwt ssh ' +
    'webhook shared sas deploy deployment admin session cookie app aes cipher root vault gpg pgp tls ssl license server rest ' +
    'stripe sendgrid mailgun twilio openai datadog newrelic algolia anthropic',
);
const qualifiers = set(
  'value val string str text plain plaintext raw base64 b64 hex prod production dev development staging stage test qa uat local ' +
    'old new current previous default live sandbox primary secondary backup override main env',
);
/** Anywhere in the name. */
const negations = set(
  'public publishable anon anonymous masked redacted hashed hash encrypted encoded sealed digest fingerprint checksum salt ' +
    'placeholder label title hint regex pattern policy strength score length count csrf xsrf',
);
/** As the first word only. */
const firstNegations = set(
  'is has have had can should must needs need require requires required missing invalid wrong incorrect expired show shows hide ' +
    'hidden toggle forgot forgotten remember validate verify check generate create with no not allow allows enable enables ' +
    'disable disables on handle max min num next page continuation cursor sync cancel cancellation syntax err error use uses ' +
    'reset resets change changes bad unexpected',
);

const isNegation = (word: string, index: number): boolean => negations.has(word) || (index === 0 && firstNegations.has(word));

const isPasswordWord = (word: string, count: number): boolean =>
  passwordWords.has(word) || (word === 'pass' && count > 0) || (word === 'passwords' && count > 0);

/** Pagination and language tokens are no credentials; several tokens are those of a text. */
const isCounted = (last: string, words: readonly string[]): boolean =>
  last === 'token' && /^(?:next|page|continuation|start|end|first|last|eos|bos|pad|unk|mask|stop|special|lex|parse|design|color|css|sub|cancellation|injection|css)$/u.test(words.at(-2) ?? '');

/** Run-together names: `dbpassword`, `mysqlpwd`, `githubtoken`. */
function endsInSecretWord(word: string): NameKind | undefined {
  if (/(?:password|passwd|passphrase)$/u.test(word)) return 'password';
  return /(?:apikey|secretkey|accesskey|privatekey|authtoken|accesstoken|apitoken|clientsecret)$/u.test(word)
    ? 'secret'
    : undefined;
}
