import { toCodeBytes, type ToBytes } from './code-bytes.ts';
import { imageBase, padding, type Kernel, type Visit } from './keyword.ts';

/** What is used of WebAssembly, whose types come with those of browsers only. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: object };
};

/** The functions of `assembly/index.ts`. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  open(image: number, events: number, capacity: number): void;
  begin(text: number, from: number, to: number): void;
  next(): number;
  countBreaks(from: number, to: number): number;
  countBlanks(from: number, to: number): number;
}

/** The kernel in WebAssembly with SIMD, on an image made by `image.ts`. Its memory holds the image, events, and the room for a text. */
export function createSimdKernel(module: object, image: Uint8Array): Kernel {
  const { memory, open, begin, next, countBreaks, countBlanks } = new WebAssembly.Instance(module).exports as Exports;
  const keywordCount = new DataView(image.buffer, image.byteOffset).getUint32(12, true);
  // one place must have room
  const capacity = Math.max(1024, keywordCount + 1);
  const eventsAt = alignUp(imageBase + image.length);
  const textAt = eventsAt + alignUp(capacity * 8);
  let capacityOfRoom = 0;
  let room = new Uint8Array();
  let events = new Uint32Array();
  grow(4096);
  new Uint8Array(memory.buffer).set(image, imageBase);
  open(imageBase, eventsAt, capacity);
  // lines are counted before anything is found, too
  begin(textAt, 0, 0);
  return {
    keywordCount,
    getRoom(length) {
      if (length > capacityOfRoom) grow(length);
      return room;
    },
    find(length, visit, start = 0) {
      room.fill(0, length, length + padding);
      begin(textAt, start, length);
      for (let count = next(); count > 0; count = next()) if (visitAll(events, count, visit)) return true;
      return false;
    },
    countBreaks,
    countBlanks,
  };

  function grow(length: number): void {
    const missing = textAt + length + padding - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / pageSize));
    capacityOfRoom = memory.buffer.byteLength - textAt - padding;
    room = new Uint8Array(memory.buffer, textAt);
    events = new Uint32Array(memory.buffer, eventsAt, capacity * 2);
  }
}

/** Undefined where the processor has not what SIMD needs. */
export function compile(code: string, toBytes: ToBytes = toCodeBytes): object | undefined {
  try {
    return new WebAssembly.Module(toBytes(code));
  } catch {
    return undefined;
  }
}

const pageSize = 65_536;

const alignUp = (address: number): number => (address + 63) & ~63;

function visitAll(events: Uint32Array, count: number, visit: Visit): boolean {
  for (let event = 0; event < count * 2; event += 2) if (visit(events[event] ?? 0, events[event + 1] ?? 0) === true) return true;
  return false;
}
