import { readLoose } from '../loose-object.ts';

/** Objects in files of their own, numbered as they are asked for. */
export interface LooseObjects {
  /** -1 for one that is not there, or where too many were asked for. */
  find(bytes: Uint8Array, offset: number): number;
  getContent(number: number): Uint8Array | undefined;
  toHex(number: number): string;
}

/** With many more, git has much to tidy up, and is asked itself. */
export const mostLoose = 20_000;
const mostBytes = 64 << 20;

export function createLooseObjects(folders: readonly string[]): LooseObjects {
  const numbers = new Map<string, number>();
  const objects: { readonly id: string; readonly content: Uint8Array }[] = [];
  let size = 0;
  const add = (id: string): number => {
    const content = folders.map((folder) => readLoose(folder, id)?.content).find((found) => found !== undefined);
    size += content?.length ?? 0;
    return content === undefined || objects.length === mostLoose || size > mostBytes ? -1 : objects.push({ id, content }) - 1;
  };
  return {
    find(bytes, offset) {
      const id = Buffer.from(bytes.buffer, bytes.byteOffset + offset, 20).toString('hex');
      const number = numbers.get(id) ?? add(id);
      numbers.set(id, number);
      return number;
    },
    getContent: (number) => objects[number]?.content,
    toHex: (number) => objects[number]?.id ?? '',
  };
}
