import type { FileFormat } from '../core/file-format.ts';

const scripts = /\.(?:sql|psql|ddl|pgsql|mysql|plsql|tsql|dump)$/iu;

/** Scripts and dumps of databases. */
export const databases: readonly FileFormat[] = [
  {
    id: 'sql-account-password',
    title: 'a password of a database account',
    severity: 'high',
    source: 'https://dev.mysql.com/doc/refman/8.4/en/create-user.html',
    path: scripts,
    // CREATE and ALTER USER of MySQL and Oracle, ROLE of PostgreSQL, LOGIN of SQL Server
    takes: {
      pattern: /\b(?:identified[ \t]{1,4}(?:with[ \t]{1,4}\w{1,40}[ \t]{1,4})?by(?![ \t]{1,4}password)|(?:with|encrypted)[ \t]{1,4}password[ \t]{0,4}=?|set[ \t]{1,4}password(?:[ \t][^=;\r\n]{0,100})?=(?:[ \t]{0,4}password\()?)[ \t]{0,4}N?(?:'|")(?<value>[^'"\r\n]{1,200})(?:'|")/giu,
    },
  },
  {
    id: 'sql-password-hash',
    title: 'a hashed password of a user',
    severity: 'medium',
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html',
    path: scripts,
    takes: { name: /^\w{0,30}(?:pass|password|passwd|pwd|authentication_string)(?:_?(?:hash|digest|encrypted|md5|sha1))?$/iu },
    value: /^(?:(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\da-f]{128})|\$[\da-zA-Z-]{1,12}\$\S{10,300}|\*[\dA-F]{40}|(?:pbkdf2|bcrypt|argon2|scrypt|sha1|md5)[\w-]{0,20}\$\S{10,300}|\{\w{2,20}\}\S{10,200})$/iu,
    encoding: 'hash',
  },
];
