import type { Range } from './range.ts';

/** A credential that a call takes by its position, so that no name says what it is. */
export interface PositionalCredential {
  readonly name: 'password' | 'secret';
  readonly value: string;
  readonly range: Range;
  /** The call takes nothing else there; functions of other meanings share the other names. */
  readonly isSure: boolean;
  /** It may be something else, and fails no run. */
  readonly isDoubtful?: boolean;
}

/** Finds literals that well-known calls take as a credential, in a program of any language. */
export function* findPositionalCredentials(text: string): Generator<PositionalCredential> {
  yield* findCalls(text);
  yield* findConverted(text);
  yield* findTyped(text);
}

/** Those of calls whose names begin before `limit`. */
export function* findCalls(text: string, limit = text.length): Generator<PositionalCredential> {
  // a name that begins before it ends soon behind it
  const head = toSmall(text.slice(0, limit + getLongestName()));
  const next = (from: number): RegExpExecArray | null => {
    const calls = getCalls();
    calls.lastIndex = from;
    return calls.exec(head);
  };
  for (let found = next(0); found !== null && found.index < limit; found = next(found.index + found[0].length)) {
    const call = getCall(found);
    const literals = readArguments(text, found.index + found[0].length);
    const literal = call === undefined ? undefined : literals[call.at];
    // what comes before it is the user or the host: without one, another function has the same name
    if (call !== undefined && literal !== undefined && literals.length >= call.atLeast) yield { name: call.name, isSure: call.isSure ?? true, ...literal };
  }
}

/** `"…".toCharArray()`: Java takes passwords as arrays. Base64 of a user with a password is a Basic header (RFC 7617); what signs and what encrypts takes its key. */
export function* findConverted(text: string): Generator<PositionalCredential> {
  for (const found of text.matchAll(converted)) {
    const { array, pair, key } = found.groups ?? {};
    const value = array ?? pair ?? key ?? '';
    const start = found.index + found[0].lastIndexOf(value);
    if (key !== undefined) yield { name: 'secret', value, range: [start, start + value.length], isSure: true };
    else yield { name: 'password', value, range: [start, start + value.length], isSure: pair !== undefined };
  }
}

/** What is typed into a field that is called so, and what stands behind a login that needs no name: an administrator's, one of a test. */
export function* findTyped(text: string): Generator<PositionalCredential> {
  for (const found of text.matchAll(typed)) {
    const { filled, paired } = found.groups ?? {};
    const value = filled ?? paired ?? '';
    const start = found.index + found[0].lastIndexOf(value);
    if (filled !== undefined || /\d/u.test(value)) yield { name: 'password', value, range: [start, start + value.length], isSure: false, isDoubtful: true };
  }
}

const typed =
  /\.(?:fill|type|fillIn|fill_in|setValue)\([ \t]{0,4}(?<quote>["'`])[^\r\n"'`]{0,60}["']?pass(?:word|wd)?\b[^\r\n"'`]{0,20}["']?[^\r\n"'`]{0,20}\k<quote>,[ \t]{0,4}["'`](?<filled>[^"'`\s${]{3,60})["'`]|(?<around>["'])(?:admin(?:istrator)?|root|[\w.+-]{1,30}@(?:test|example|local)[\w.-]{0,30})\k<around>,[ \t]{0,4}(?<mark>["'])(?<paired>[A-Z][^"'\s<>${}/:]{7,60})\k<mark>/gu;

const converted =
  /"(?<array>[^"\\\r\n]{4,100})"\.toCharArray\(\)|\b(?:btoa|b64encode|base64_encode|encode64|urlsafe_b64encode|ToBase64String|EncodeToString|Buffer\.from|new Buffer)\([^"'\r\n]{0,60}["'][\w.@-]{2,40}:(?=[^"'\s]{4,80}["'])(?<pair>[^"'\s$<{]{4,80})|\b(?:SymmetricSecurityKey|hmacShaKeyFor|HMACSHA(?:1|256|384|512)|SecretKeySpec)\([ \t]{0,4}(?:[\w.]{1,40}GetBytes\([ \t]{0,4})?@?"(?<key>[^"\\\r\n]{8,100})"/gu;

interface Call {
  /** Of the function's own documentation. */
  readonly names: readonly string[];
  readonly name: 'password' | 'secret';
  /** Position of the credential, counted from 0. */
  readonly at: number;
  readonly atLeast: number;
  readonly isSure?: boolean;
}

const table: readonly Call[] = [
  // Java, .NET, Go and Python classes of a user with a password
  { names: ['UsernamePasswordCredentials', 'PasswordAuthentication', 'NetworkCredential', 'UsernamePasswordToken', 'BasicAuthCredentials', 'HTTPBasicAuth', 'HTTPDigestAuth', 'SetBasicAuth', 'UserPassword', 'BasicAuthenticationInterceptor', 'PasswordCredential', 'BasicCredentials', 'NewBasicCredentials', 'UsernamePasswordAuthenticationToken', 'SimpleAuthenticationInfo'], name: 'password', at: 1, atLeast: 2 },
  { names: ['BasicAWSCredentials', 'AwsBasicCredentials.create', 'NewStaticCredentials', 'NewStaticCredentialsProvider', 'NewStaticV4', 'Aws::Credentials.new'], name: 'secret', at: 1, atLeast: 2 },
  // a place, then a user, then a password: JDBC, PHP, net/smtp
  { names: ['DriverManager.getConnection', 'mysqli_connect', 'mysql_connect', 'mysqli_real_connect', 'mssql_connect', 'mssql_pconnect', 'sqlsrv_connect', 'mysql_pconnect', 'maxdb_connect', 'sybase_connect', 'sybase_pconnect', 'ibase_pconnect', 'odbc_pconnect', 'ingres_connect', 'new mysqli', 'new PDO', 'ftp_login', 'imap_open', 'ssh2_auth_password', 'smtp.PlainAuth', 'ldap_bind', 'odbc_connect', 'ibase_connect'], name: 'password', at: 2, atLeast: 3 },
  { names: ['mysql_real_connect', 'ua->credentials', 'agent->credentials'], name: 'password', at: 3, atLeast: 4 },
  { names: ['DBI->connect'], name: 'password', at: 2, atLeast: 3 },
  { names: ['oci_connect', 'oci_pconnect', 'OCILogon', 'Credentials.basic', 'HttpHeaders.encodeBasicAuth', 'setBasicAuth', 'basicAuth', 'basic_auth'], name: 'password', at: 1, atLeast: 2 },
  { names: ['login', 'log_in', 'signIn', 'sign_in', 'authenticate', 'auth', 'CreateAsync', 'CheckPasswordAsync', 'changePassword', 'resetPassword', 'createUser', 'create_user', 'basic', 'check_password_hash', 'CheckPassword'], name: 'password', at: 1, atLeast: 2, isSure: false },
  // of one that is to be hashed, or held against a hash
  { names: ['encodePassword', 'encryptPassword', 'hashPassword', 'hash_password', 'make_password', 'generate_password_hash', 'password_hash', 'password_verify', 'Hash::make', 'Hash::check', 'bcrypt', 'BCrypt.hashpw', 'BCrypt.checkpw', 'bcrypt.hashpw', 'bcrypt.checkpw', 'BCrypt.HashPassword', 'BCrypt.Verify', 'BCrypt::Password.create', 'passwordEncoder.encode', 'passwordEncoder.matches', 'encoder.encode', 'check_password', 'verify_password'], name: 'password', at: 0, atLeast: 1, isSure: false },
  { names: ['client.login', 'bot.login', 'client.run', 'bot.run'], name: 'secret', at: 0, atLeast: 1, isSure: false },
  { names: ['connect'], name: 'password', at: 2, atLeast: 3, isSure: false },
];

/** What every such call has in its text, in lower case and of at least three characters; its arguments follow it. */
export const getCallMarks = (): readonly string[] => [...new Set(table.flatMap(({ names }) => names.map((name) => name.toLowerCase().replace('new pdo', 'pdo(').replace(/^new /u, ''))))];

/** Likewise of what is converted to the form in which it is taken. */
export const convertedMarks: readonly string[] = 'tochararray btoa b64encode base64_encode encode64 tobase64string encodetostring buffer.from buffer( symmetricsecuritykey hmacshakeyfor hmacsha secretkeyspec'.split(' ');

/** Likewise of what is typed, and of what stands behind a login. */
export const typedMarks: readonly string[] = ['.fill', '.type', 'setvalue', '"admin"', "'admin'", 'administrator"', "administrator'", '"root"', "'root'", '@test', '@example', '@local'];

const escape = (name: string): string => name.replace(/[.]/gu, String.raw`\$&`).replace(' ', String.raw`[ \t\\]{1,3}`);

/** Of the same length: no other letter has a small one of more units. */
const toSmall = (text: string): string => text.replaceAll('\u0130', 'I').toLowerCase();

let known: RegExp | undefined;

/** For small letters. Few files need it, and it takes a millisecond to be compiled. */
const getCalls = (): RegExp => (known ??= new RegExp(String.raw`(?<![\w$])(?:${table.map(({ names }) => `(${names.map((name) => escape(name.toLowerCase())).join('|')})`).join('|')})[ \t]{0,4}\(`, 'gu'));

const getCall = (found: RegExpExecArray): Call | undefined => table[found.slice(1).findIndex((group: string | undefined) => group !== undefined)];

interface Literal {
  readonly value: string;
  readonly range: Range;
}

/** The arguments of a call, undefined for those that are no plain literal. */
function readArguments(text: string, start: number): (Literal | undefined)[] {
  const ends = findArgumentEnds(text, start);
  return ends.map((end, number) => readLiteral(text, [number === 0 ? start : (ends[number - 1] ?? 0) + 1, end]));
}

/** Of a call that is closed within reach; none of any other. */
function findArgumentEnds(text: string, start: number): number[] {
  const ends: number[] = [];
  const limit = Math.min(text.length, start + longest);
  let depth = 0;
  for (let index = start; index < limit; index++) {
    const code = text.charCodeAt(index);
    // letters, figures and spaces make up most of it
    if (code > 125 || code === 32 || (code >= 48 && code <= 90) || (code >= 97 && code <= 122)) continue;
    if (code === doubleQuote || code === singleQuote || code === backQuote) index = getClosingQuote(text, index);
    else if (code === openParenthesis || code === 91 || code === 123) depth++;
    else if (depth > 0 && (code === closeParenthesis || code === 93 || code === 125)) depth--;
    else if (depth === 0 && (code === comma || code === closeParenthesis)) {
      ends.push(index);
      if (code === closeParenthesis) return ends;
    }
  }
  return [];
}

const doubleQuote = 34;
const singleQuote = 39;
const openParenthesis = 40;
const closeParenthesis = 41;
const comma = 44;
const backQuote = 96;
const backslash = 92;

/** Characters of a name, with what stands between it and its arguments. */
const getLongestName = (): number => (longestName ??= Math.max(...table.flatMap(({ names }) => names.map((name) => name.length))) + 12);

let longestName: number | undefined;

/** Characters of a call that is read. */
const longest = 600;

function getClosingQuote(text: string, open: number): number {
  const quote = text.charCodeAt(open);
  for (let index = open + 1; index < open + longest; index++) {
    const code = text.charCodeAt(index);
    if (code === backslash) index++;
    else if (code === quote) return index;
  }
  return open + longest;
}

function readLiteral(text: string, [start, end]: Range): Literal | undefined {
  const found = /^(?<head>\s*[@LurbRfF]{0,2})(?<quote>["'])(?<value>[^"'\r\n]{0,200})\k<quote>\s*$/u.exec(text.slice(start, end));
  const { head = '', value = '' } = found?.groups ?? {};
  const first = start + head.length + 1;
  return found === null ? undefined : { value, range: [first, first + value.length] };
}
