import { getText, getValue, type Cursor, type ScalarTree } from '../core/tree.ts';

/** The decoded value where a scalar is one of the `data` of a Kubernetes Secret (https://kubernetes.io/docs/concepts/configuration/secret/). */
export function decodeSecretData(cursor: Cursor<ScalarTree>): string | undefined {
  const data = cursor.parent;
  if (data?.key !== 'data' || getText(getValue(data.parent?.node, 'kind')) !== 'Secret') return undefined;
  return decodeBase64(cursor.node.text);
}

/** As text; undefined for what is no base64 or no text. */
function decodeBase64(encoded: string): string | undefined {
  const digits = encoded.replace(/\s+/gu, '');
  if (digits.length < 8 || digits.length % 4 !== 0 || !/^[A-Za-z\d+/]+={0,2}$/u.test(digits)) return undefined;
  const text = atob(digits);
  return /^[\t\r\n -~]*$/u.test(text) ? text : undefined;
}
