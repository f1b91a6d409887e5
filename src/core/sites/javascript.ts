import type { Range } from '../range.ts';

export interface JavaScriptSite extends JavaScriptModule {
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
  readonly refusal?: string;
}

/** What holds for a whole file. */
export interface JavaScriptModule {
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
}

export interface ImportedModule {
  readonly source: string;
  /** Imported name and local name; `*` for a namespace, `default` for a default import. */
  readonly names: readonly (readonly [imported: string, local: string])[];
  /** Where a further named import can be inserted; absent where the statement takes none. */
  readonly insertOffset?: number;
}
