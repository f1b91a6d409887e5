/**
 * Whether a text, in small letters, compares a token with words: `switch (token) { case 'end':`, `token === 'today' || token === 'now'`,
 * `token[0] === 'y'`. Such a token is a word of some language, unless the text speaks of logins: an authorizer that somebody tries out allows
 * the token `'allow'`.
 */
export function comparesToken(lower: string): boolean {
  if (!mayCompare(lower) || ofLogins.test(lower)) return false;
  if (chosen.test(lower) || begun.test(lower)) return true;
  const words = new Set<string>();
  for (const [, , word = ''] of lower.matchAll(compared)) if (!saysNothing.test(word)) words.add(word);
  return words.size > 1;
}

/** Without the expressions, which few programs need. */
function mayCompare(lower: string): boolean {
  for (let at = lower.indexOf('token'); at !== -1; at = lower.indexOf('token', at + 5)) {
    const behind = lower.slice(at + 5, at + farthest);
    if (behind.includes('==') || behind.includes('!=') || /\b(?:switch|match)\b/u.test(lower.slice(Math.max(0, at - 12), at))) return true;
  }
  return false;
}

/** Characters from a token to the sign that compares it. */
const farthest = 90;

const chosen = /\bswitch\s{0,3}\(\s{0,3}tokens?(?:\[\w{1,20}\]|\.\w{1,20}(?:\(\))?){0,2}\s{0,3}\)\s{0,9}\{\s{0,99}(?:\/\/[^\n]{0,200}\s{0,99})?case\s{1,3}['"`]|\bmatch\s{1,3}token\s{0,3}:\s{1,99}case\s{1,3}['"]/u;

const begun = /\btoken(?:\[0\]|\.charat\(0\))\s{0,3}[!=]==?\s{0,3}(['"])[a-z]\1/u;

const compared = /\btokens?(?:\[\w{1,20}\])?(?:\.\w{1,20}(?:\(\))?){0,2}\s{0,3}[!=]==?\s{0,3}(['"`])([^'"`\\\n]{1,40})\1/gu;

const ofLogins = /auth(?!or)|authoriz|bearer|jwt|cookie|session|(?<!with)credential|log-?in(?:s|\b)/u;

/** Compared with tokens of logins too: what stands for none, a type, a scheme, or the token of a test. */
const saysNothing = /^(?:null|nil|none|undefined|nan|false|true|string|object|function|number|boolean|bearer|basic|jwt|\s+)$|token|secret|valid|expired|your|example|fake|dummy|mock|placeholder|change|\d{3}/u;
