/** What stands before the packed bytes of an entry of a pack (gitformat-pack, "Pack file entry"). */
export interface EntryHead {
  readonly type: number;
  /** Bytes when unpacked, of a delta its own. */
  readonly size: number;
  /** Of a delta against an entry before: how far back that begins. */
  readonly back: number;
  /** Where the head ends in the bytes. */
  readonly end: number;
}

export const offsetDelta = 6;

/** Numbers that do not end are cut, so that they fit nothing. */
export function readEntryHead(bytes: Uint8Array, start = 0): EntryHead {
  let end = start;
  let byte = bytes[end++] ?? 0;
  const type = (byte >> 4) & 7;
  let size = byte & 15;
  for (let unit = 16; byte >= 128 && end < start + 12; unit *= 128) {
    byte = bytes[end++] ?? 0;
    size += (byte & 127) * unit;
  }
  if (type !== offsetDelta) return { type, size, back: 0, end };
  byte = bytes[end++] ?? 0;
  let back = byte & 127;
  while (byte >= 128 && end < start + 24) {
    byte = bytes[end++] ?? 0;
    back = (back + 1) * 128 + (byte & 127);
  }
  return { type, size, back, end };
}
