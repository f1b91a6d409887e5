import type { FileFormat } from '../core/file-format.ts';
import { fileFormats } from '../file-formats/index.ts';

/** The rows for one file; most files have none, and none of an ordinary path (`core/formats.ts`) has. */
export const getFileRows = (path: string): readonly FileFormat[] => fileFormats.filter((format) => format.path.test(path));
