import { braceEnd, bracketEnd, parenthesisEnd, templateEnd, templateStart } from './kinds';

/** 1 for letters, digits, `_`, `$` and all that is not ASCII. */
const classes = memory.data(256);
let isOpen: bool = false;

export function openBytes(): void {
  if (isOpen) return;
  isOpen = true;
  for (let byte: usize = 127; byte < 256; byte++) store<u8>(classes + byte, 1);
  for (let byte: usize = 48; byte < 58; byte++) store<u8>(classes + byte, 1);
  for (let byte: usize = 65; byte < 91; byte++) {
    store<u8>(classes + byte, 1);
    store<u8>(classes + byte + 32, 1);
  }
  store<u8>(classes + 36, 1);
  store<u8>(classes + 95, 1);
}

// @ts-ignore: a decorator
@inline
export function isWordByte(byte: u8): bool {
  return load<u8>(classes + byte) != 0;
}

/** The other half of a bracket or of a template. */
export function closesWith(kind: u8): u8 {
  switch (kind) {
    case 40:
      return parenthesisEnd;
    case 91:
      return bracketEnd;
    case 123:
      return braceEnd;
    case templateStart:
      return templateEnd;
    default:
      return 0;
  }
}
