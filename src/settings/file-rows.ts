import type { FileFormat } from '../core/file-format.ts';
import { fileFormats } from '../file-formats/index.ts';
import { wordsOfRows } from './path-words.ts';

/** The rows for one file; most files have none, and none of an ordinary path (`core/formats.ts`) has. */
export function getFileRows(path: string): readonly FileFormat[] {
  const lower = path.toLowerCase();
  const mayBe = (words: readonly string[]): boolean => words.length === 0 || words.some((word) => lower.includes(word));
  return fileFormats.filter((format, row) => mayBe(wordsOfRows[row] ?? []) && format.path.test(path));
}
