/** Bytes read as text, and at which byte a character of it begins. */
export interface ByteText {
  readonly text: string;
  getByte(index: number): number;
}

/**
 * UTF-8 or, as PowerShell encodes its commands, UTF-16 (https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_powershell_exe).
 * Undefined for bytes that are no text. A character above ASCII is read one byte each: secrets are ASCII.
 */
export function fromBytes(bytes: Uint8Array): ByteText | undefined {
  if (bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0) return fromWide(bytes);
  if (!isMostlyText(bytes, 1)) return undefined;
  return { text: toText(bytes, 1), getByte: (index) => index };
}

function fromWide(bytes: Uint8Array): ByteText | undefined {
  for (let index = 1; index < bytes.length; index += 2) if (bytes[index] !== 0) return undefined;
  return isMostlyText(bytes, 2) ? { text: toText(bytes, 2), getByte: (index) => index * 2 } : undefined;
}

/** At most one byte in twenty is no printable ASCII; bytes of UTF-8 count as text within bounds. */
function isMostlyText(bytes: Uint8Array, step: number): boolean {
  let high = 0;
  let other = 0;
  for (let index = 0; index < bytes.length; index += step) {
    const byte = bytes[index] ?? 0;
    if (byte >= 0x80) high++;
    else if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) other++;
  }
  const length = bytes.length / step;
  return other <= length * 0.02 && high <= length * 0.2;
}

function toText(bytes: Uint8Array, step: number): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += step) text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}
