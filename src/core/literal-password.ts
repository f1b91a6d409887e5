import { classifyValue } from './value.ts';

/** No placeholder, template or reference, and not what documentation calls a password. */
export function isLiteralPassword(value: string): boolean {
  const text = value.replace(/%[\dA-F]{2}/giu, '');
  if (!['guessable', 'opaque', 'identifier', 'plain', 'path'].includes(classifyValue(value))) return false;
  return !/^(?:pass\w*|psw|pw|pwd|secret)$/iu.test(value) && !/\$(?:[{(]|[A-Z_]{3,}|[A-Za-z_]\w*$)|[{}%](?=[{(\w])|^@/u.test(text);
}
