import type { Severity } from './problem.ts';

/** A service or a standard with its formats: one file of `detectors/`. */
export interface Provider {
  /** As it writes itself: `GitHub`. */
  readonly name: string;
  /** Where its credentials are revoked or changed, for the person who has to: a URL, or some words. */
  readonly revoke?: string;
  readonly formats: readonly Detector[];
}

/** What a secret looks like. */
export interface Detector {
  /** A noun that reads after "allow": `aws-access-key-id`. */
  readonly id: string;
  /** With an article, for messages: `an AWS access key id`. */
  readonly title: string;
  /** Low for what is meant to be public. */
  readonly severity: Severity;
  /** The public document that gives the format. */
  readonly source: string;
  /**
   * Literals of at least three characters; one of them stands at the start of every match, or within `lookBehind` after it.
   * Without any, `near` says where to look.
   */
  readonly anchors?: readonly string[];
  /** Upper and lower case of the anchors are the same; the pattern then has the flag `i`. */
  readonly isCaseless?: boolean;
  /** How far before the anchor a match may begin. */
  readonly lookBehind?: number;
  /**
   * Words of at least three letters, in lower case and with `_` between their parts (`dd_api_key`): a format without a mark of
   * its own is only believed behind one of them (see `near.ts`), and one whose mark is shared is only believed close to one.
   */
  readonly near?: readonly string[];
  /** The body says so much that, with a word of the provider before it, no name has to call it a credential. */
  readonly isTelling?: boolean;
  /**
   * Sticky and bounded, tried at the anchor (or, with `lookBehind`, at the places before it). The group whose name
   * begins with `secret` is the part to hide; without one it is the whole match.
   */
  readonly pattern: RegExp;
  /** How many leading characters of the secret are public: those of the anchor by default. */
  readonly visible?: number;
  /** All characters that a match may begin with, where a long `lookBehind` makes it worth asking. */
  readonly first?: string;
  /** What stands right before a match that does not begin the text: asked first, as it costs less than the pattern. */
  readonly behind?: RegExp;
  /** Characters that may not stand right before or after a match; token characters by default. */
  readonly boundary?: RegExp;
  /** Bits of Shannon's entropy for each character after the anchor, at least. */
  readonly minEntropy?: number;
  /** A last test of the secret, such as its length or what is encoded in it. */
  readonly accepts?: (secret: string, match: RegExpExecArray) => boolean;
  /**
   * What speaks against a match without clearing it, such as a checksum that fails: vendors change their formats, so it drops to
   * low and is said.
   */
  readonly doubt?: (secret: string) => string | undefined;
  /** Ids of the formats that make a whole credential with this one, said together where both are near. */
  readonly pairWith?: readonly string[];
  /** Gives way to every other format on the same text, which says more. */
  readonly isGeneric?: boolean;
  /** The secret is the password of a URL. */
  readonly isUrlPassword?: boolean;
  /** A parameter would hold the whole literal around the secret. */
  readonly isWholeValue?: boolean;
}
