import type { Range } from './range.ts';

/** A credential that a call takes by its position, so that no name says what it is. */
export interface PositionalCredential {
  readonly name: 'password' | 'secret';
  readonly value: string;
  readonly range: Range;
}

/** Finds literals that well-known calls take as a credential, in a program of any language. */
export function* findPositionalCredentials(text: string): Generator<PositionalCredential> {
  const names = new RegExp(calls.source, 'giu');
  for (let found = names.exec(text); found !== null; found = names.exec(text)) {
    const call = getCall(found);
    const literals = readArguments(text, names.lastIndex);
    const literal = call === undefined ? undefined : literals[call.at];
    // what comes before it is the user or the host: without one, another function has the same name
    if (call !== undefined && literal !== undefined && literals.length >= call.atLeast) yield { name: call.name, ...literal };
  }
}

interface Call {
  /** Of the function's own documentation. */
  readonly names: readonly string[];
  readonly name: 'password' | 'secret';
  /** Position of the credential, counted from 0. */
  readonly at: number;
  readonly atLeast: number;
}

const table: readonly Call[] = [
  // Java, .NET, Go and Python classes of a user with a password
  { names: ['UsernamePasswordCredentials', 'PasswordAuthentication', 'NetworkCredential', 'UsernamePasswordToken', 'BasicAuthCredentials', 'HTTPBasicAuth', 'HTTPDigestAuth', 'SetBasicAuth', 'UserPassword', 'BasicAuthenticationInterceptor', 'PasswordCredential', 'BasicCredentials', 'NewBasicCredentials'], name: 'password', at: 1, atLeast: 2 },
  { names: ['BasicAWSCredentials', 'AwsBasicCredentials.create', 'NewStaticCredentials', 'NewStaticCredentialsProvider', 'NewStaticV4', 'Aws::Credentials.new'], name: 'secret', at: 1, atLeast: 2 },
  // a place, then a user, then a password: JDBC, PHP, net/smtp
  { names: ['DriverManager.getConnection', 'mysqli_connect', 'mysql_connect', 'mysqli_real_connect', 'mssql_connect', 'sqlsrv_connect', 'mysql_pconnect', 'new mysqli', 'new PDO', 'ftp_login', 'imap_open', 'ssh2_auth_password', 'smtp.PlainAuth', 'ldap_bind', 'odbc_connect', 'ibase_connect'], name: 'password', at: 2, atLeast: 3 },
  { names: ['oci_connect', 'oci_pconnect', 'OCILogon'], name: 'password', at: 1, atLeast: 2 },
];

const escape = (name: string): string => name.replace(/\./gu, String.raw`\$&`).replace(' ', String.raw`[ \t\\]{1,3}`);

const calls = new RegExp(String.raw`(?<![\w$])(?:${table.map(({ names }) => `(${names.map(escape).join('|')})`).join('|')})[ \t]{0,4}\(`, 'u');

const getCall = (found: RegExpExecArray): Call | undefined => table[found.slice(1).findIndex((group: string | undefined) => group !== undefined)];

interface Literal {
  readonly value: string;
  readonly range: Range;
}

const argument = /[ \t\r\n]{0,40}(?:(?<prefix>[@LurbRfF]{0,2})(?:"(?<double>(?:[^"\\\r\n]|\\[^\r\n]){0,200})"|'(?<single>(?:[^'\\\r\n]|\\[^\r\n]){0,200})')|[^"'(),]{1,120}(?:\((?:[^"'()]|"[^"\r\n]{0,100}"|'[^'\r\n]{0,100}'){0,100}\))?[^"'(),]{0,40})[ \t\r\n]{0,40}(?<end>[,)])/uy;

/** The arguments of a call, undefined for those that are no plain literal; stops at what is too long or nests. */
function readArguments(text: string, start: number): (Literal | undefined)[] {
  const literals: (Literal | undefined)[] = [];
  for (let offset = start; literals.length < 6; offset = argument.lastIndex) {
    argument.lastIndex = offset;
    const found = argument.exec(text);
    if (found === null) break;
    const value = found.groups?.['double'] ?? found.groups?.['single'];
    const at = found[0].lastIndexOf(value ?? '');
    literals.push(value === undefined ? undefined : { value, range: [offset + at, offset + at + value.length] });
    if (found.groups?.['end'] === ')') break;
  }
  return literals;
}
