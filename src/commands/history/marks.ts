import { findPositionalCredentials } from '../../core/positional-credentials.ts';
import type { Question } from './keywords.ts';

/** What a secret may stand at without a telling name, in any case of letters, and what is asked there. */
export interface Mark {
  readonly text: string;
  readonly question: Question;
}

const list = (words: string, question: Question): Mark[] => words.split(' ').map((word) => ({ text: word.replaceAll('␠', ' '), question }));

/** A call with the literals that it takes. */
const askCall: Question = (text, index) => (opening.test(text.slice(index, index + 60)) && !findPositionalCredentials(text.slice(Math.max(0, index - 60))).next().done ? 'sure' : undefined);

const opening = /^[\w$.:>-]{1,40}[ \t]{0,4}\(/u;

/** A command with an option, or with something piped to it, on its line. */
const askCommand: Question = (text, index) => {
  const start = text.lastIndexOf('\n', index) + 1;
  const end = text.indexOf('\n', index);
  return /[\s"'[,]-{1,2}[A-Za-z]|\||authorization:/iu.test(text.slice(start, end === -1 ? text.length : end)) ? 'command' : undefined;
};

const askProgram: Question = () => 'program';

/** Of core/positional-credentials.ts, shell/commands.ts and ecmascript/may-hold-secret.ts. */
export const marks: readonly Mark[] = [
  ...list('usernamepassword passwordauthentication networkcredential basicauth basicaws httpbasicauth httpdigestauth userpassword awsbasic basiccredentials newstatic credentials.new getconnection mysqli_ mysql_ mssql_ sqlsrv_ maxdb_ sybase_ ibase_ odbc_ ingres_ new␠mysqli new␠pdo ftp_login imap_open ssh2_auth plainauth ldap_bind ->credentials dbi->connect oci_ ocilogon credentials.basic encodebasicauth basic_auth login log_in signin sign_in authenticate auth( createasync checkpasswordasync changepassword createuser create_user client.run bot.run connect tochararray btoa b64encode base64_encode encode64 tobase64string encodetostring buffer.from new␠buffer symmetricsecuritykey hmacsha secretkeyspec', askCall),
  ...list('mysql mariadb sshpass curl docker podman redis-cli openssl 7z␠ 7za␠ zip␠ ldap chpasswd mongo sqlcmd bcp␠ xfreerdp smbclient lftp htpasswd rabbitmqctl helm authorization:', askCommand),
  ...list('hmac cipher createsign jsonwebtoken jws. stripe( twilio( cookieparser session( scrypt pbkdf2 sequelize octokit securestring unsafeplaintext aws.credentials fernet aesgcm serializer', askProgram),
];
