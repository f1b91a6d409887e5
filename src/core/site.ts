import type { Range } from './range.ts';

/**
 * What a remedy needs to know of the place of a problem, gathered while the file's syntax is at hand.
 * Plain data; `refusal` says why no edit is safe here.
 */
export type Site =
  | JavaScriptSite
  | PythonSite
  | DotenvSite
  | ShellSite
  | CloudFormationSite
  | EcsSite
  | PolicySite
  | LogSite;

export interface JavaScriptSite {
  readonly carrier: 'javascript';
  /** The expression, or the part of a template literal, to replace. */
  readonly range: Range;
  readonly place: 'expression' | 'template-part' | 'jsx-attribute';
  /** The expression stands where `await x` would bind differently from a literal. */
  readonly needsParentheses: boolean;
  /** Static text of the literal before and after the secret, as the program sees it. */
  readonly before: string;
  readonly after: string;
  /** The secret is the password of a URL and must be percent-encoded. */
  readonly isUrlPart: boolean;
  /** Whether `await` may stand here: inside an async function, at the top level of a module, or not. */
  readonly awaiting: 'async' | 'top-level' | 'never';
  /** How the file takes in other modules. */
  readonly syntax: 'import' | 'require';
  readonly isTypeScript: boolean;
  readonly quote: "'" | '"';
  readonly semicolon: ';' | '';
  readonly newline: '\n' | '\r\n';
  /** Where new imports and top-level functions go: after the last import, or after the directives. */
  readonly importOffset: number;
  /** False where the file ends right before the offset without a line break. */
  readonly isAtLineStart: boolean;
  /** Nothing, or a blank line, is before the offset. */
  readonly isAfterBlankLine: boolean;
  /** Every name bound or used in the file. */
  readonly takenNames: readonly string[];
  /** Functions of earlier fixes that the file already has. */
  readonly helpers: readonly string[];
  readonly imports: readonly ImportedModule[];
  readonly refusal?: string;
}

export interface ImportedModule {
  readonly source: string;
  /** Imported name and local name; `*` for a namespace, `default` for a default import. */
  readonly names: readonly (readonly [imported: string, local: string])[];
  /** Where a further named import can be inserted; absent where the statement takes none. */
  readonly insertOffset?: number;
}

export interface PythonSite {
  readonly carrier: 'python';
  /** What is replaced: an expression of literals, one literal, or the secret's part of an f-string. */
  readonly range: Range;
  readonly place: 'expression' | 'literal-part' | 'f-string-part';
  /** The secret's part of a literal that must become an f-string. */
  readonly partRange: Range;
  /** The secret is the password of a URL and must be percent-encoded. */
  readonly isUrlPart: boolean;
  readonly isBytes: boolean;
  /** The quotes of the file, and those that may stand inside of the f-string. */
  readonly quote: "'" | '"';
  readonly innerQuote: "'" | '"';
  readonly newline: '\n' | '\r\n';
  /** Where new imports go: the start of a line, or the end of the file. */
  readonly importOffset: number;
  readonly isAtLineStart: boolean;
  /** Local names of `boto3` and of `urllib.parse.quote` where they are imported before the literal. */
  readonly boto3?: string;
  readonly urlQuote?: string;
  /** Every name in the file. */
  readonly takenNames: ReadonlySet<string>;
  readonly refusal?: string;
}

export interface DotenvSite {
  readonly carrier: 'dotenv';
  /** The value with its quotes. */
  readonly range: Range;
  readonly refusal?: string;
}

export interface ShellSite {
  readonly carrier: 'shell';
  /** From `export` or the name to the end of the value. */
  readonly range: Range;
  readonly variable: string;
  readonly isExport: boolean;
  /** White space before the statement, for a second line. */
  readonly indent: string;
  readonly refusal?: string;
}

export interface CloudFormationSite {
  readonly carrier: 'cloudformation';
  /** The scalar with its quotes. */
  readonly range: Range;
  readonly format: 'json' | 'yaml';
  /** Such as `AWS::RDS::DBInstance`. */
  readonly resourceType: string;
  /** Dotted, without the `Properties.` in front. */
  readonly property: string;
  readonly refusal?: string;
}

export interface EcsSite {
  readonly carrier: 'ecs';
  readonly format: 'json' | 'yaml';
  /** Name of the environment variable. */
  readonly name: string;
  /** Keys begin with a capital in CloudFormation. */
  readonly isCloudFormation: boolean;
  /** The container is written in braces. */
  readonly isFlow: boolean;
  /** The container's `environment`: its key, its list, and the position of the entry in it. */
  readonly environment: EcsList;
  readonly index: number;
  /** The entry's key `value` and its value. */
  readonly valueKeyRange: Range;
  readonly valueRange: Range;
  /** The container's `secrets`; absent where it has none. */
  readonly secrets?: EcsList;
  /** A task with secrets must have one. */
  readonly hasExecutionRole: boolean;
  /** Region that the definition names, if it names one. */
  readonly region?: string;
  readonly refusal?: string;
}

export interface EcsList {
  readonly keyRange: Range;
  readonly range: Range;
  readonly isFlow: boolean;
  readonly entries: readonly EcsEntry[];
}

export interface EcsEntry {
  readonly range: Range;
  readonly name: string;
  /** The entry has a problem of its own, so that it may be moved too. */
  readonly isMovable: boolean;
}

export interface PolicySite {
  readonly carrier: 'policy';
  readonly format: 'json' | 'yaml' | 'javascript';
  /** The wide resource, with its tag and quotes. */
  readonly range: Range;
  /** The only value of `Resource`, or one of a list. */
  readonly layout: 'single' | 'flow-item' | 'block-item';
  /** Service prefixes of the actions that rest on the resource, such as `ssm` and `kms`. */
  readonly services: readonly string[];
  /** Actions of the statement that take no resource but `*`. */
  readonly unscopableActions: readonly string[];
  /** Actions of the statement that work on neither parameters nor keys. */
  readonly otherActions: readonly string[];
  readonly refusal?: string;
}

export interface LogSite {
  readonly carrier: 'log';
  readonly language: 'javascript' | 'python';
  /** The expression that brings the secret, its place in a template or f-string with the braces, or `...x` as a whole. */
  readonly range: Range;
  readonly place: 'expression' | 'template-part' | 'shorthand' | 'object-spread';
  readonly refusal?: string;
}
