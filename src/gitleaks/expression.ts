import { refuseExpression } from '../core/bounded.ts';

/** A regular expression of Go as one of ours, or why it cannot be one. */
export type Translation = { readonly source: string; readonly flags: string } | { readonly refusal: string };

/** Repetitions without an end stop here. */
const longest = 256;

/**
 * From RE2 (https://github.com/google/re2/wiki/Syntax) to JavaScript, with every repetition bounded. `group`: the capturing group that
 * holds the secret, the first one that took part for 0.
 */
export function translate(expression: string, group = 0): Translation {
  const { flags, rest } = readFlags(expression);
  const source = rewrite(rest, group);
  if (typeof source !== 'string') return source;
  const needsUnicode = /\\[pP]\{|\\u\{/u.test(source) ? 'u' : '';
  const refusal = refuseExpression(source, `${flags}${needsUnicode}`);
  return refusal === undefined ? { source, flags: `${flags}${needsUnicode}` } : { refusal };
}

function readFlags(expression: string): { flags: string; rest: string } {
  const found = /^\(\?(?<flags>[ims]{1,3})\)/u.exec(expression);
  return { flags: [...new Set(found?.groups?.['flags'])].join(''), rest: expression.slice(found?.[0].length ?? 0) };
}

const token = /\\x\{(?<point>[\dA-Fa-f]{1,6})\}|\\(?<escape>[AzZQEC])|\\p(?<property>[A-Z])|\\[^]|\[\^?\]?(?:\[:\^?[a-z]{1,8}:\]|\\[^]|[^\]\\]){0,500}\]|\((?<named>\?P?<(?![=!])[^>]{1,60}>|(?!\?))|\(\?(?<inner>[imsU-]{1,5})(?<end>[:)])|(?<sign>[*+])|\{(?<least>\d{1,4}),\}|[^]/gu;

function rewrite(expression: string, wanted: number): string | Translation {
  let count = 0;
  let result = '';
  for (const { 0: text, groups = {} } of expression.matchAll(token)) {
    const { point, escape, property, named, inner, end, sign, least } = groups;
    if (escape !== undefined) {
      if (!'AzZ'.includes(escape)) return { refusal: `uses \\${escape}, which JavaScript does not know` };
      result += escape === 'A' ? '^' : '$';
    } else if (inner !== undefined) {
      if (end === ')' || !/^[ims]{1,3}$|^-?[ims]{1,3}$/u.test(inner)) return { refusal: 'changes its flags on the way' };
      if (inner !== 's') return { refusal: `changes its flags on the way (write (?${inner.replace('-', '')}) at its beginning)` };
      result += '(?:';
    } else if (point !== undefined) result += `\\u{${point}}`;
    else if (property !== undefined) result += `\\p{${property}}`;
    else if (named !== undefined) {
      count++;
      result += wanted === 0 || wanted === count ? `(?<secret${String(count)}>` : '(?:';
    } else if (sign !== undefined) result += `{${sign === '+' ? '1' : '0'},${String(longest)}}`;
    else if (least !== undefined) result += `{${least},${String(Math.max(longest, Number(least)))}}`;
    else if (text.length > 1 && text.startsWith('[')) result += toClass(text);
    else result += text;
  }
  return wanted > count ? { refusal: `has no group ${String(wanted)}` } : result;
}

/** POSIX classes within brackets; a bracket within them is itself. */
const toClass = (text: string): string => `[${text.slice(1, -1).replace(/\[:(?<name>[a-z]{1,8}):\]/gu, (_, name: string) => posix[name] ?? '').replace(/^(?<not>\^?)\]/u, '$<not>\\]').replace(/\[/gu, '\\[')}]`;

const posix: Readonly<Record<string, string>> = { alnum: 'A-Za-z\\d', alpha: 'A-Za-z', digit: '\\d', lower: 'a-z', upper: 'A-Z', space: '\\s', blank: ' \\t', punct: '!-\\/:-@\\[-`{-~', word: '\\w', xdigit: '\\dA-Fa-f', print: ' -~', graph: '!-~', cntrl: '\\x00-\\x1f', ascii: '\\x00-\\x7f' };
