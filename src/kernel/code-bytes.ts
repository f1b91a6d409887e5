/** Gives the bytes that stand as base64 in a text. */
export type ToBytes = (base64: string) => Uint8Array;

/** Where the platform has nothing faster. */
export function toCodeBytes(base64: string): Uint8Array {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
