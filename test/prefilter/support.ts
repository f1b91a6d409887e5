import { createDetect } from '../../src/core/detect.ts';
import { createKernel } from '../../src/kernel/create-kernel.ts';
import { createPrefilter, type Prefilter, type Sight } from '../../src/prefilter/prefilter.ts';

/** One that knows no formats, and judges by names. */
export const createNamePrefilter = (): Prefilter =>
  createPrefilter({
    formats: { getCommon: () => [], getAll: () => [] },
    custom: [],
    detect: createDetect([]),
    createKernel: (getKeywords) => createKernel(getKeywords(), { hasRuns: true }),
    toText: (bytes, length) => Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1'),
    loggers: [],
  });

export function lookAt(prefilter: Prefilter, path: string, text: string): Sight | undefined {
  const bytes = Buffer.from(text);
  prefilter.getRoom(bytes.length).set(bytes);
  return prefilter.look(path, bytes.length, false);
}
