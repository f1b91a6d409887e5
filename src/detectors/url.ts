import type { Provider } from '../core/detector.ts';
import { isLiteralPassword } from '../core/literal-password.ts';

/** Names that RFC 2606 keeps for examples, and what stands for "your host". */
const documentationHosts = /^(?:example\.(?:com|org|net)|host|hostname|server|(?:my|your)?domain\.com)$/u;

/** Services begin with the user's own name for a password; `user:user` and `user:password` stand for others. */
const isPasswordOf = (user: string, password: string): boolean => {
  if (password === user) return /^[a-z][a-z\d_-]{3,30}$/u.test(user) && !/^(?:postgres|root|admin|guest|\w{0,20}(?:user|name|foo|login|pass|token|key|test|example|string|value|secret)\w{0,20})$/u.test(user);
  return isLiteralPassword(password) && !/^(?=pw$|.*password)\w+$/iu.test(password);
};

/** What a service begins with, and words that only a password is; `user:password` stands for any. */
const isWeakOf = (user: string, password: string): boolean =>
  /^(?:postgres|root|admin|guest|neo4j|minioadmin|sa)$/u.test(password) ? user === password || /^(?:postgres|root|admin|sa|neo4j|\w{2,20}_?user)$/u.test(user)
  : !/^(?:user(?:name)?|login|name|usr|u|foo|your\w*|my_?user\w*)$/iu.test(user) && /^(?:(?:my|test|secret|dev|db|super)[-_]?)?(?:password|passwd|secret|pass)\d{0,4}$|^123456\d{0,3}$|^foobar$/u.test(password);

export const url: Provider = {
  name: 'Connection URLs and strings',
  revoke: 'Change the password',
  formats: [
    {
      id: 'url-password',
      title: 'a password in a connection URL',
      severity: 'high',
      source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
      anchors: ['://'],
      lookBehind: 0,
      pattern: /:\/\/(?<user>[^\s:@/?#"'`<>]{0,80}):(?<secret>[^\s:@/"'`<>]{3,200})@(?=(?<host>[\w.-]{1,80})|[[$%{(<])/uy,
      boundary: /(?!)/u,
      isUrlPassword: true,
      accepts(password, match) {
        const user = match.groups?.['user'] ?? '';
        // `https://name:443@…` has a port there
        if (user.includes('.') && /^\d{2,5}$/u.test(password)) return false;
        return !documentationHosts.test(match.groups?.['host'] ?? '') && isPasswordOf(user, password);
      },
    },
    {
      id: 'weak-url-password',
      title: 'a weak password in a connection URL',
      severity: 'low',
      source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
      anchors: ['://'],
      lookBehind: 0,
      pattern: /:\/\/(?<user>[^\s:@/?#"'`<>$]{1,80}):(?<secret>[^\s:@/"'`<>$]{3,80})@(?=(?<host>[\w.-]{1,80}))/uy,
      boundary: /(?!)/u,
      isUrlPassword: true,
      isGeneric: true,
      accepts: (password, { groups }) => !documentationHosts.test(groups?.['host'] ?? '') && isWeakOf(groups?.['user'] ?? '', password),
    },
    {
      id: 'go-data-source-password',
      title: 'a password in a data source name',
      severity: 'high',
      source: 'https://github.com/go-sql-driver/mysql#dsn-data-source-name',
      anchors: ['@tcp(', '@unix('],
      lookBehind: 121,
      pattern: /(?<user>[\w.-]{1,40}):(?<secret>[^\s:@/"'`<>(){}]{3,80})(?=@(?:tcp|unix)\()/uy,
      boundary: /[\w.:/-]/u,
      isUrlPassword: true,
      accepts: (password, match) => isPasswordOf(match.groups?.['user'] ?? '', password),
    },
    {
      id: 'connection-string-password',
      title: 'a password in a connection string',
      severity: 'high',
      source: 'https://learn.microsoft.com/en-us/dotnet/framework/data/adonet/connection-string-syntax',
      isGeneric: true,
      anchors: ['Password=', 'password=', 'PASSWORD=', 'Pwd=', 'pwd=', 'PWD=', 'AccountKey=', 'SharedAccessKey='],
      // pairs with semicolons beside a server or user; parameters of a JDBC URL; words of libpq beside a host
      pattern:
        /(?:(?<=(?:server|data source|host|address|user id|uid|user|username|database|initial catalog|name|endpoint)=[^"'`\r\n]{1,300};[ ]?)(?:password|pwd|accountkey|sharedaccesskey)=(?<secret>[^;"'`\r\n]{3,128})|(?<=jdbc:[^\s"'`<>]{3,300}[?&;])(?:password|pwd)=(?<secretOfJdbc>[^\s&;"'`<>]{3,128})|(?<=(?:host|user|dbname)=[^\s"'`,]{1,80}(?:[ ][a-z]{1,20}=[^\s"'`,]{1,80}){0,6}[ ])password=(?<secretOfLibpq>[^\s"'`,()[\]]{3,128})|(?<=^|[;"'`\s>])(?:password|pwd)=(?<secretFirst>[^;"'`\s&,]{3,128})(?=;[^"'`\r\n]{0,200}(?:server|data source|host|user id|uid|database|initial catalog)=))/iuy,
      behind: /[;?&"'`\s>]/u,
      boundary: /(?!)/u,
      isWholeValue: true,
      // the key of the storage emulator is in its documentation
      accepts: (password) => isLiteralPassword(password) && !password.startsWith('Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1'),
    },
  ],
};
