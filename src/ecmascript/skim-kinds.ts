/** Kinds of what a skim tells; characters that stand for themselves have their codes. */
export const word = 1;
export const quoted = 2;
export const number = 3;
export const expression = 4;
export const arrow = 5;
export const comparison = 6;
export const spread = 7;
/** Of a template: it, and each hole in it, is a pair of brackets. */
export const templateStart = 96;
export const templateEnd = 8;
export const holeStart = 9;
export const holeEnd = 10;

export const parenthesis = 40;
export const parenthesisEnd = 41;
export const bracket = 91;
export const bracketEnd = 93;
export const brace = 123;
export const braceEnd = 125;
export const dot = 46;
export const comma = 44;
export const semicolon = 59;
export const colon = 58;
export const question = 63;
export const equals = 61;
export const less = 60;
export const greater = 62;
export const star = 42;
export const ampersand = 38;
export const bang = 33;
export const decorator = 64;

/** Brackets, templates and their holes. */
export const isOpening = (kind: number): boolean => kind === parenthesis || kind === bracket || kind === brace || kind === templateStart || kind === holeStart;
export const isClosing = (kind: number): boolean => kind === parenthesisEnd || kind === bracketEnd || kind === braceEnd || kind === templateEnd || kind === holeEnd;
