import type { Constant, Text } from './syntax.ts';
import type { Token } from './tokens.ts';

export function toText({ range, content, text, hasHoles, kind }: Token): Text {
  const isHeredoc = kind === 'heredoc';
  return { kind: 'text', range, content, text: isHeredoc ? text.trimEnd() : resolveEscapes(text), hasHoles, isHeredoc };
}

export const toConstant = ({ range, text }: Token): Constant => ({ kind: 'constant', range, text });

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

const resolveEscapes = (text: string): string =>
  text.includes('\\') ? text.replace(/\\(?:u(?<short>[\da-fA-F]{4})|U(?<long>[\da-fA-F]{8})|(?<mark>[nrt"\\]))/gu, (whole, short?: string, long?: string, mark?: string) => (mark === undefined ? toCharacter(short ?? long ?? '', whole) : (escapes[mark] ?? whole))) : text;

function toCharacter(digits: string, whole: string): string {
  const point = Number.parseInt(digits, 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}
