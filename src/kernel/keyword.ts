import type { ToBytes } from './code-bytes.ts';
import type { ByteClass } from './byte-class.ts';

/** A literal that is looked for in bytes, and what must stand around it. */
export interface Keyword {
  /** At least three bytes of UTF-8. */
  readonly text: string;
  /** Upper and lower case of ASCII letters are the same. */
  readonly isCaseless?: boolean;
  /** Bytes that may not stand right before it. */
  readonly before?: ByteClass;
  /** What stands right behind it, one stretch after the other. */
  readonly follows?: readonly Following[];
  readonly near?: Near;
  /** A group, from 1 to 65,535: of its keywords only the first that is found in a text is told. */
  readonly once?: number;
}

/** So many bytes of a class. */
export interface Stretch {
  readonly bytes: ByteClass;
  readonly count: number;
}

/** At least `count` bytes of a class, and all that come after them up to `most`. */
export interface Following extends Stretch {
  readonly most?: number;
}

/** A stretch that begins behind the literal, fewer than `reach` characters of UTF-8 away. */
export interface Near extends Stretch {
  readonly reach: number;
  /** One of its bytes is a digit of ASCII. */
  readonly hasDigit?: boolean;
}

/** Finds keywords in bytes. */
export interface Kernel {
  /** The number that encoded runs have. */
  readonly keywordCount: number;
  /**
   * Where the bytes to search are put: at least `length` of them, which keep what is written there until a longer room is asked
   * for. To be asked for anew after that.
   */
  getRoom(length: number): Uint8Array;
  /**
   * Visits what is in the first `length` bytes of the room, in the order of the places and at one place in that of the keywords;
   * stops when `visit` returns true, and then gives true. What stands before `start` is left alone, as if the text began there.
   * `visit` must not call `find`.
   */
  find(length: number, visit: Visit, start?: number): boolean;
  /** How many lines end from one place of the room up to another: a line feed ends one, and a return without one behind it. */
  countBreaks(from: number, to: number): number;
  /** How many bytes are control characters or spaces. */
  countBlanks(from: number, to: number): number;
}

/** The number of a keyword and where it begins; encoded runs have the number after the last keyword, `keywordCount`. */
export type Visit = (keyword: number, index: number) => boolean | undefined;

export interface KernelOptions {
  /** Runs of base64 or hex that may be text are told, too: see `encoded-runs.ts`. */
  readonly hasRuns?: boolean;
  /** How the code of the kernel is read. */
  readonly toBytes?: ToBytes;
}

/** Room behind the text in which a kernel may read: zeros. */
export const padding = 64;

/** Where the tables lie in the memory of the SIMD kernel. */
export const imageBase = 4096;
