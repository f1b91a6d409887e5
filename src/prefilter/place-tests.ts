import type { Detect } from '../core/detect.ts';
import { matchAt, matchNear } from '../core/match-format.ts';
import { findCalls, findConverted, findTyped } from '../core/positional-credentials.ts';
import { mayTakeSecretAt } from '../ecmascript/may-hold-secret.ts';
import { mayBeTakenInBytes } from '../ecmascript/taken-in-bytes.ts';
import { isTyped } from './call-bytes.ts';
import { getFormatEnd } from './long-formats.ts';
import { createNameTest } from './name-bytes.ts';
import { isTold } from './look-tests.ts';
import type { Owner } from './table.ts';

/** Bytes on each side of a place that have a say in what is found there. */
export const reach = 400;

/** A mark that was met. */
export interface Met {
  readonly bytes: Uint8Array;
  readonly length: number;
  /** Where it stands in the bytes, and in the text. */
  readonly index: number;
  readonly textIndex: number;
  /** A character for each byte; asked for by few marks. */
  getText(): string;
}

/** Whether a mark holds, whatever the file is called. Most do not, and their bytes alone tell it. */
export type HoldMark = (owner: Owner, met: Met) => boolean;

export function createHoldMark(detect: Detect): HoldMark {
  const names = createNameTest();
  return (owner, met) => {
    switch (owner.kind) {
      case 'stem':
        return names.isFirst(met.bytes, met.index, met.length);
      case 'format':
      case 'word': {
        const { textIndex } = met;
        const text = met.getText();
        const { owner: detector, text: mark } = owner.anchor;
        const end = getFormatEnd(detector, text, textIndex, textIndex + reach);
        if (end === undefined) return true;
        return (owner.kind === 'format' ? matchAt(detector, text, textIndex, [0, end]) : matchNear(detector, text, [textIndex, textIndex + mark.length], [0, end], new Map())) !== undefined;
      }
      case 'call':
        return isCalled(met, owner.length) && findCalls(getPart(met, 10), 11 + owner.length).next().done === false;
      case 'converted':
        return hasQuote(met, 110) && findConverted(getPart(met, 110)).next().done === false;
      case 'typed':
        return isTyped(met.bytes, met.index, owner.length) && findTyped(getPart(met, 110)).next().done === false;
      case 'command':
        return hasOption(met);
      case 'told':
        return hasTellingWord(met) && isTold(met.getText(), met.textIndex - 80, met.textIndex + 80);
      case 'program':
        return hasQuote(met, 30) && mayBeTakenInBytes(met.bytes, met.index, met.length) && mayTakeSecretAt(met.getText(), met.textIndex, detect);
      default:
        return true;
    }
  };
}

const getPart = ({ getText, textIndex }: Met, before: number): string => getText().slice(Math.max(0, textIndex - before), textIndex + reach);

/** A whole name with a bracket behind it, and a literal. */
function isCalled(met: Met, markLength: number): boolean {
  const { bytes, index, length } = met;
  if (index > 0 && isWord(bytes[index - 1])) return false;
  let end = index + markLength;
  if (bytes[end - 1] !== 40) {
    while (end < length && end - index < markLength + 4 && (bytes[end] === 32 || bytes[end] === 9)) end++;
    if (bytes[end] !== 40) return false;
  }
  return hasQuote(met, 0);
}

const isWord = (byte = 0): boolean => (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) || byte === 95 || byte === 36;

function hasQuote({ bytes, index, length }: Met, before: number): boolean {
  const end = Math.min(length, index + reach);
  for (let at = Math.max(0, index - before); at < end; at++) if (bytes[at] === 34 || bytes[at] === 39 || bytes[at] === 96) return true;
  return false;
}

/** The beginning of a word behind which a password may be told: see `core/prose-passwords.ts`. */
function hasTellingWord({ bytes, index, length }: Met): boolean {
  const end = Math.min(length, index + 80);
  for (let at = Math.max(0, index - 80); at < end; at++) if (firstLetters[(bytes[at] ?? 0) | 32] === 1 && tellingWords.has(toStart(bytes[at], bytes[at + 1], bytes[at + 2]))) return true;
  return false;
}

/** Three letters, small or large. */
const toStart = (first = 0, second = 0, third = 0): number => ((first << 16) | (second << 8) | third) | 0x20_20_20;

/** Of `password` and `passphrase`, `pwd`, `login`, `credentials` and `user`. */
const tellingWords: ReadonlySet<number> = new Set(['pas', 'pwd', 'log', 'cre', 'use'].map((word) => toStart(...Array.from(word, (letter) => letter.charCodeAt(0)))));
const firstLetters = new Uint8Array(256);
for (const letter of 'plcu') firstLetters[letter.charCodeAt(0)] = 1;

/** An option stands in the line or in those that continue it, or something is piped. */
function hasOption({ bytes, index, length }: Met): boolean {
  // `authorization:` is a mark of its own
  if (((bytes[index] ?? 0) | 32) === 97) return true;
  const least = Math.max(0, index - reach);
  const most = Math.min(length, index + reach);
  for (let at = index; at > least && bytes[at] !== 10; at--) if (isOption(bytes, at)) return true;
  for (let at = index; at < most && (bytes[at] !== 10 || bytes[at - 1] === 92); at++) if (isOption(bytes, at)) return true;
  return false;
}

function isOption(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  if (byte === 124) return true;
  if (byte !== 45) return false;
  const before = bytes[at - 1] ?? 0;
  return before <= 32 || before === 34 || before === 39 || before === 91 || before === 44 || before === 45;
}
