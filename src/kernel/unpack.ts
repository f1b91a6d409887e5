import type { ToBytes } from './code-bytes.ts';
import { code } from './pack-code.ts';
import { compile } from './simd.ts';

/** What is used of WebAssembly, whose types come with those of browsers only. */
declare const WebAssembly: {
  readonly Instance: new (module: object) => { readonly exports: object };
};

/**
 * Unpacks what packs of git hold, all in one memory. Addresses are places in it; behind all that is read or written there must be `slack`
 * bytes of room.
 */
export interface Unpacker {
  /** The memory; to be asked for anew after `reserve`. */
  readonly bytes: Uint8Array;
  /** The first address that is free. */
  readonly start: number;
  /** Makes room up to an address. */
  reserve(end: number): void;
  /** A stream of zlib of exactly `size` bytes (RFC 1950); false for what is none. */
  inflate(from: number, fromLength: number, to: number, size: number): boolean;
  /** A number as deltas begin with, or -1; `sizeEnd` is where it ended. */
  readSize(from: number, end: number): number;
  sizeEnd(): number;
  /**
   * Does what a delta says. Longer copies than `shortest` are told at `spans`, up to `most`, as three words each: where to, where from,
   * how many. The number of them, or -1 for a delta that does not fit.
   */
  applyDelta(base: number, baseSize: number, from: number, end: number, to: number, size: number, spans: number, most: number, shortest: number): number;
  /** What a tree has and none of its parents: see `assembly/pack/trees.ts`. */
  compareTrees(list: number, parents: number, out: number, most: number): number;
}

interface Exports extends Omit<Unpacker, 'bytes' | 'start' | 'reserve'> {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
}

export const slack = 64;

/** Undefined where the processor has no SIMD. */
export function createUnpacker(toBytes?: ToBytes): Unpacker | undefined {
  const module = compile(code, toBytes);
  if (module === undefined) return undefined;
  const { memory, ...functions } = new WebAssembly.Instance(module).exports as Exports;
  const start = memory.buffer.byteLength;
  let bytes = new Uint8Array(memory.buffer);
  return {
    ...functions,
    start,
    get bytes() {
      return bytes;
    },
    reserve(end) {
      const missing = end + slack - bytes.length;
      if (missing <= 0) return;
      memory.grow(Math.ceil(Math.max(missing, Math.min(mostGrowth, bytes.length)) / pageSize));
      bytes = new Uint8Array(memory.buffer);
    },
  };
}

const pageSize = 65_536;
/** Each growth gives a new buffer, so that it is as large as what is there; V8 counts it as used, and tidies up because of it. */
const mostGrowth = 32 << 20;
