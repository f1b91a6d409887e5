/** The same text in memory of its own: a piece of a longer one keeps all of that alive for as long as somebody remembers the piece. */
export const toOwnText = (text: string): string => ` ${text}`.slice(1);
