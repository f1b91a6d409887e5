/** The text that base64 stands for; undefined for what is no base64 or no text. */
export function decodeBase64(encoded: string): string | undefined {
  const digits = encoded.replace(/\s+/gu, '').replace(/-/gu, '+').replace(/_/gu, '/').replace(/(?<!=)=+$/u, '');
  if (digits.length < 4 || digits.length > 8192 || digits.length % 4 === 1 || !/^[A-Za-z\d+/]+$/u.test(digits)) return undefined;
  const text = atob(digits);
  return /^[\t\r\n -~\u00A0-\u00FF]*$/u.test(text) ? text : undefined;
}
