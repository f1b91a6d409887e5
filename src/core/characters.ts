/** The text of UTF-8 whose bytes were read one by one; as it stands, if it is none. */
export function toCharacters(bytes: string): string {
  if (!/[^\u0000-\u007F]/u.test(bytes)) return bytes;
  try {
    return decodeURIComponent(bytes.replace(/[^A-Za-z\d]/gu, (byte) => (byte > '\u00FF' ? byte : `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)));
  } catch {
    return bytes;
  }
}
