import type { ToBytes } from './code-bytes.ts';
import { padding } from './keyword.ts';
import { compile } from './simd.ts';
import { code } from './skim-code.ts';

/** What is used of WebAssembly, whose types come with those of browsers only. */
declare const WebAssembly: {
  readonly Instance: new (module: object) => { readonly exports: object };
};

/** Words, texts and brackets of a program, by their bytes: what each list holds is told in `ecmascript/skim.ts`. Good until the next one. */
export interface SkimmedBytes {
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly values: Int32Array;
  readonly breaks: Uint8Array;
  readonly words: SkimmedWords;
}

/** Words of all programs, by number. */
export interface SkimmedWords {
  get(number: number): string;
  /** Room for what is found out about each: 0 at first. */
  readonly classes: Uint16Array;
}

/** Undefined where nothing can be told. */
export type Skimmer = (text: Uint8Array) => SkimmedBytes | undefined;

/** The functions of `assembly/skim`. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  openWords(slots: number, entries: number, most: number, store: number, size: number): void;
  openKeywords(keywords: number, conditions: number): void;
  clearWords(): void;
  wordCount(): number;
  wordRoom(): number;
  skim(text: number, length: number, tokens: number, capacity: number): number;
}

/** Undefined where the processor has no SIMD. `keywords` are known by their numbers, and so are `conditions` behind them. */
export function createSkimmer(keywords: readonly string[], conditions: readonly string[], toBytes?: ToBytes): Skimmer | undefined {
  const module = compile(code, toBytes);
  if (module === undefined) return undefined;
  const { memory, ...program } = new WebAssembly.Instance(module).exports as Exports;
  const slotsAt = memory.buffer.byteLength;
  const entriesAt = slotsAt + 2 * 4 * mostWords;
  const storeAt = entriesAt + 8 * mostWords;
  const textAt = storeAt + storeSize;
  const texts: (string | undefined)[] = [];
  const classes = new Uint16Array(mostWords);
  let bytes = new Uint8Array();
  let entries = new Uint32Array();
  grow(textAt + startRoom);
  program.openWords(slotsAt, entriesAt, mostWords, storeAt, storeSize);
  program.openKeywords(keywords.length, conditions.length);
  addKeywords();
  const words: SkimmedWords = { classes, get: (number) => (texts[number] ??= readWord(entries[number * 2] ?? 0, entries[number * 2 + 1] ?? 0)) };
  return (text) => {
    refresh();
    const capacity = alignUp(text.length + 1);
    const tokensAt = textAt + alignUp(text.length + padding);
    const breaksAt = tokensAt + 13 * capacity;
    // the open brackets stand behind
    grow(breaksAt + 5 * capacity);
    bytes.set(text, textAt);
    const count = program.skim(textAt, text.length, tokensAt, capacity);
    if (count < 0) return undefined;
    const { buffer } = memory;
    const list = (number: number): Int32Array => new Int32Array(buffer, tokensAt + number * 4 * capacity, count);
    return { count, starts: list(0), ends: list(1), values: list(2), kinds: new Uint8Array(buffer, tokensAt + 12 * capacity, count), breaks: new Uint8Array(buffer, breaksAt, count), words };
  };

  function grow(end: number): void {
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil((missing + Math.min(end >> 2, mostGrowth)) / pageSize));
    if (bytes.buffer === memory.buffer) return;
    bytes = new Uint8Array(memory.buffer);
    entries = new Uint32Array(memory.buffer, entriesAt, 2 * mostWords);
  }

  function addKeywords(): void {
    const all = new Uint8Array(Array.from([...keywords, ...conditions].join(' '), (character) => character.charCodeAt(0)));
    bytes.set(all, textAt);
    program.skim(textAt, all.length, textAt + alignUp(all.length + padding), alignUp(all.length + 1));
  }

  /** Numbers are given anew when there are many. */
  function refresh(): void {
    if (program.wordCount() < mostWords / 2 && program.wordRoom() > storeSize / 2) return;
    program.clearWords();
    texts.length = 0;
    classes.fill(0);
    addKeywords();
  }

  function readWord(from: number, length: number): string {
    let text = '';
    for (let at = from; at < from + length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 4096, from + length)));
    return text;
  }
}

const mostWords = 1 << 16;
const storeSize = 1 << 20;
const startRoom = 1 << 18;
const pageSize = 65_536;
const mostGrowth = 4 << 20;

const alignUp = (count: number): number => (count + 15) & ~15;
