import { getCallMarks, convertedMarks, typedMarks } from '../core/positional-credentials.ts';
import { createByteClass, type ByteClass } from '../kernel/byte-class.ts';
import type { Following } from '../kernel/keyword.ts';

/** What a mark in the text makes worth asking. */
export type MarkUse = 'reference' | 'mention' | 'policy' | 'comment' | 'call' | 'converted' | 'typed' | 'command' | 'escape' | 'spelled' | 'hidden' | 'told' | 'source' | 'field' | 'program';

export interface Mark {
  readonly text: string;
  readonly use: MarkUse;
  /** In this case of its letters only. */
  readonly isExact?: true;
  /** What may not stand right before it. */
  readonly before?: ByteClass;
  /** What stands right behind it. */
  readonly follows?: readonly Following[];
}

const list = (use: MarkUse, text: string): Mark[] => text.split(' ').map((word) => ({ text: word.replaceAll('␠', ' '), use }));

const blanks = createByteClass([9, 13], [32, 32], [128, 255]);

/** The arguments of a call, and types before them. */
const called: readonly Following[] = [{ bytes: blanks, count: 0, most: 24 }, { bytes: createByteClass([40, 40], [60, 60]), count: 1 }];

/** The rest of a key, and its colon. */
const keyed: readonly Following[] = [{ bytes: createByteClass([34, 34], [39, 39], [93, 93]), count: 0, most: 2 }, { bytes: blanks, count: 0, most: 60 }, { bytes: createByteClass([58, 58]), count: 1 }];

const letters = createByteClass([48, 57], [65, 90], [97, 122]);
/** What a user of a URL is made of. */
const ofUsers = createByteClass([37, 37], [45, 46], [48, 57], [65, 90], [95, 95], [97, 122]);
/** What ends a name. */
const notOfNames = createByteClass([0, 35], [37, 47], [58, 64], [91, 94], [96, 96], [123, 127]);

const join = (...parts: readonly (readonly string[])[]): string[] => parts.reduce<string[]>((begun, ends) => begun.flatMap((begin) => ends.map((end) => begin + end)), ['']);

/** What names of connections end with, which have a password in them (`isConnectionName` of the logs). */
const connections = [
  ...join(['database', 'db', 'mongo', 'postgres', 'postgresql', 'pg', 'mysql', 'redis', 'amqp', 'rabbitmq', 'jdbc', 'clickhouse', 'connection', 'broker'], ['', '_'], ['url', 'uri']),
  ...join(['connection'], ['', '_'], ['string']),
  ...join(['db', 'database', 'pg', 'postgres', 'mysql'], ['', '_'], ['dsn']),
];

/** Errors of HTTP clients, which hold the request and its configuration. */
const longErrors = [...join(['error', 'err', 'exception'], ['.', '?.'], ['config', 'request']), ...join(['} = '], ['err', 'exception'])];
const shortErrors = join(['e', 'ex', 'reason', 'cause'], ['.', '?.'], ['config', 'request']);
const taken = join(['} = '], ['e', 'ex', 'reason', 'cause']);

/** Without regard to case, where nothing else is said. */
export const marks: readonly Mark[] = [
  ...list('reference', 'ssm getparameter get-parameter get_parameter parameterstore parameter-store parameter_store parameter␠store secretmanager secret-manager secret_manager secretsmanager secrets-manager secrets_manager getsecret get-secret get_secret fromsecret environmentsecrets stringparameter secretvalue valuefrom value-from /copilot/ awsparam awssecret /aws/reference/ putparameter put_parameter put-parameter'),
  ...list('mention', 'chamber addsystemsmanager @middy/ssm ssm-env secrets-store confd envilder parameters-secrets-extension systemsmanager/parameters powertools'),
  ...list('policy', 'ssm: ssm* secretsmanager: secretsmanager* kms: kms* "*" "*\\ \'*\' `*` *:* *:get *:batchget *:describe *:decrypt notaction not_action addallresources notresources'),
  ...list('comment', 'paramguard-'),
  ...getCallMarks().map((text): Mark => ({ text, use: 'call' })),
  ...convertedMarks.map((text): Mark => ({ text, use: 'converted' })),
  ...typedMarks.map((text): Mark => ({ text, use: 'typed' })),
  ...list('command', 'mysql mariadb sshpass curl docker podman redis-cli openssl zip 7z␠ 7za ldap chpasswd put-parameter mongo sqlcmd bcp␠ xfreerdp smbclient lftp htpasswd rabbitmqctl az␠ oc␠ helm authorization: ␠-u␠ ␠--user␠ ␠--user='),
  ...["'-u'", '"-u"'].map((text): Mark => ({ text, use: 'command' })),
  ...Array.from({ length: 96 }, (_, code): Mark => ({ text: `%${(code + 32).toString(16)}`, use: code < 32 ? 'escape' : 'spelled' })),
  ...list('escape', '\\u002 \\u003 \\u{ \\x2 \\x3 &#3 &#4 &#5 &quot; &apos; &amp; &lt; &gt;'),
  // of letters too, which need none
  ...list('spelled', '\\u004 \\u005 \\u006 \\u007 \\x4 \\x5 \\x6 \\x7 &#x &#1 &#6 &#7 &#8 &#9'),
  // the mark of a URL
  ...list('hidden', '%3a%2f%2f \\u003a\\u002f'),
  ...list('told', '␠/␠'),
  ...list('source', 'process.env meta.env deno.env bun.env environ getenv dotenv headers cookie authorization decrypt axios superagent needle got␠ got( env␠ env, env) env} env. env[ plaintext session secretstring secretbinary parametersby assumerole assume_role generatedatakey generate_data_key getpass keyring authheader auth_header bearerheader bearer_header x-auth'),
  { text: '.META', use: 'source', isExact: true, follows: [{ bytes: notOfNames, count: 1 }] },
  ...[...connections, ...longErrors].map((text): Mark => ({ text, use: 'source' })),
  ...shortErrors.map((text): Mark => ({ text, use: 'source', before: letters })),
  ...taken.map((text): Mark => ({ text, use: 'source', follows: [{ bytes: notOfNames, count: 1 }] })),
  // the value of a parameter, wherever it comes from
  ...['.Value', '"Value"', "'Value'", '{ Value', '{Value', ', Value'].map((text): Mark => ({ text, use: 'field', isExact: true, follows: [{ bytes: notOfNames, count: 1 }] })),
  ...list('program', 'hmac cipher crypto jwt jws jsonwebtoken stripe twilio cookieparser session( scrypt pbkdf2 sequelize octokit securestring auth=( auth␠=␠( basicauth digestauth proxyauth set_password( login_user( authenticate_user( create_user( .connect( .login( secretor jwtmodule unsafeplaintext aws.credentials bearer␠ basic␠ token␠ apikey␠ bot␠ fernet aesgcm chacha20 blowfish arc4 serializer signer mysqldb create_superuser login( check_password verify_password signin( authenticate( resetpassword( changepassword( bcrypt argon2 register( session cookiesession log_in( sign_in( authenticate_ frompassword crypt.hash crypt.compare cryptjs.'),
  // a URL that is cut before its password
  { text: '://', use: 'program', follows: [{ bytes: ofUsers, count: 1, most: 40 }, { bytes: createByteClass([58, 58]), count: 1 }, { bytes: createByteClass([34, 34], [39, 39]), count: 1 }] },
  ...list('program', 'sign verify encrypt decrypt credentials').map((mark): Mark => ({ ...mark, follows: called })),
  // `auth` alone is the mark of a call
  ...['keys', 'auth"', "auth'", 'auth]', 'auth:', 'auth ', 'auth\t', 'auth\n', 'auth\r'].map((text): Mark => ({ text, use: 'program', ...(text.endsWith(':') ? {} : { follows: keyed }) })),
];
