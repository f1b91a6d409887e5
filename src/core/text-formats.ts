import type { Range } from './range.ts';

/** A value that a format names in a way of its own, not as `name = value`. */
export interface FormatValue {
  readonly name: string;
  readonly value: string;
  readonly range: Range;
}

/** Finds what only the format of the file tells to be a credential. */
export function* findFormatValues(path: string, text: string): Generator<FormatValue> {
  for (const format of formats) {
    if (!format.path.test(path) || !format.hint.test(text)) continue;
    for (const found of text.matchAll(format.pattern)) {
      const { value = '', name = format.name ?? '' } = found.groups ?? {};
      const start = found.index + found[0].lastIndexOf(value);
      yield { name, value, range: [start, start + value.length] };
    }
  }
}

interface Format {
  readonly path: RegExp;
  /** Cheap test of the whole text. */
  readonly hint: RegExp;
  /** Bounded; group `value`, and `name` where the text gives one. */
  readonly pattern: RegExp;
  readonly name?: string;
}

const formats: readonly Format[] = [
  // Terraform, input variables
  { path: /\.tf$/u, hint: /variable/u, pattern: /^variable[ \t]{1,4}"(?<name>[\w-]{1,80})"[ \t]{0,4}\{(?:[^{}"]|"[^"\r\n]{0,300}"|\{[^{}]{0,300}\}){0,400}?\bdefault[ \t]{0,20}=[ \t]{0,4}"(?<value>[^"\r\n]{1,512})"/gmu },
  // PowerShell, ConvertTo-SecureString
  { path: /\.psm?1$/iu, hint: /ConvertTo-SecureString/iu, pattern: /ConvertTo-SecureString[ \t]{1,8}(?:-String[ \t]{1,4})?(?<quote>["'])(?<value>(?:(?!\k<quote>)[^$\r\n]){3,200})\k<quote>/giu, name: 'password' },
  // RFC 9110, section 11.6.2, in the settings of proxies and in examples
  { path: /./u, hint: /authorization/iu, pattern: /authorization\\?["']?[ \t]{0,4}[:=,]?[ \t]{0,4}\\?["']?(?:basic|bearer|token)[ \t]{1,4}(?<value>[\w.~+/=-]{16,2048})(?![\w.~+/=-])/giu, name: 'authorizationToken' },
];
