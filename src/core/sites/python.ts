import type { Range } from '../range.ts';

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
  /** What the file reads parameters with: Powertools for AWS Lambda where it imports that. */
  readonly library: 'boto3' | 'powertools';
  /** Local names of `boto3`, of Powertools' `get_parameter` and of `urllib.parse.quote` where they are imported before the literal. */
  readonly boto3?: string;
  readonly getParameter?: string;
  readonly urlQuote?: string;
  /** Every name in the file. */
  readonly takenNames: ReadonlySet<string>;
  readonly refusal?: string;
}
