import type { FileFormat } from '../core/file-format.ts';
import { fileFormats } from '../file-formats/index.ts';

/** The rows for one file; most files have none, and none of an ordinary path (`core/formats.ts`) has. */
export const getFileRows = (path: string): readonly FileFormat[] => (any.test(path) ? fileFormats.filter((format) => format.path.test(path)) : []);

/** One expression for all of them rules most paths out. */
const any = new RegExp(fileFormats.map(({ path }) => `(?:${path.source})`).join('|'), 'iu');
