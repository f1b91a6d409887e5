/** What a literal says, by the escapes that most languages share: for judging only. */
export const unescape = (literal: string): string =>
  literal.replace(/\\(?:u\{?(?<unicode>[\dA-Fa-f]{4,6})\}?|x(?<hex>[\dA-Fa-f]{2})|(?<other>[^]|$))/gu, (_, unicode?: string, hex?: string, other?: string) => (other === undefined ? toCharacter(Number.parseInt(unicode ?? hex ?? '', 16)) : (spaces[other] ?? other.replace('\\', '/'))));

/** A backslash itself must not look like another escape. */
const spaces: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const toCharacter = (code: number): string => (code <= 0x10_ff_ff ? String.fromCodePoint(code) : '');
