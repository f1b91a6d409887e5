/** How a kind of settings file ends a value that has no quotes. */
export interface IniDialect {
  /** What begins a comment after a value; undefined where nothing does. */
  readonly comment: RegExp | undefined;
  /** Only `name = value`, never `name value`. */
  readonly isMarked: boolean;
}

export function getIniDialect(path: string): IniDialect {
  return dialects.find(([files]) => files.test(path))?.[1] ?? usual;
}

/** configparser, php.ini and most others: a comment after a space (https://docs.python.org/3/library/configparser.html#customizing-parser-behaviour). */
const usual: IniDialect = { comment: /[ \t][;#]/u, isMarked: false };

const dialects: readonly (readonly [files: RegExp, dialect: IniDialect])[] = [
  // https://github.com/npm/ini: any such sign that is not escaped
  [/(?:^|\/)[._]?npmrc$/u, { comment: /(?<!\\)[;#]/u, isMarked: true }],
  // https://git-scm.com/docs/git-config#_syntax
  [/(?:^|\/)\.?git(?:config|modules)$|(?:^|\/)\.git\/config$/u, { comment: /[;#]/u, isMarked: true }],
  // https://dev.mysql.com/doc/refman/8.4/en/option-files.html: "can start in the middle of a line"
  [/\.cnf$/u, { comment: /#/u, isMarked: true }],
  // https://www.freedesktop.org/software/systemd/man/latest/systemd.syntax.html
  [/\.(?:service|socket|timer|mount|container|network|netdev|conf\.d\/[^/]{1,80}\.conf)$/u, { comment: undefined, isMarked: true }],
  // https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
  [/(?:^|\/)\.aws\/|(?:^|\/)credentials$/u, { comment: /[ \t][#;]/u, isMarked: true }],
  // a statement ends with a semicolon: https://nginx.org/en/docs/beginners_guide.html#conf_structure
  [/(?:^|\/)(?:nginx|named|bind|dhcpd|sites-(?:available|enabled)|freeradius|radiusd)[\w./-]{0,200}$|(?:^|\/)(?:named|nginx|rndc|dhcpd)[\w.-]*\.(?:conf|key)$/u, { comment: /;[ \t]*(?:#|$)|[ \t]#/u, isMarked: false }],
];
