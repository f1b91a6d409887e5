import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from './core/config.ts';
import type { Detect } from './core/detect.ts';
import type { Detector } from './core/detector.ts';
import { commonDetectors } from './detectors/common.ts';
import { detectors } from './detectors/index.ts';
import { createKernel, createPrebuiltKernel } from './kernel/create-kernel.ts';
import type { Kernel, KernelOptions, Keyword } from './kernel/keyword.ts';
import { createPrefilter, type Prefilter } from './prefilter/prefilter.ts';
import { skimBytes } from './skim-bytes.ts';

/** The prefilter of a run. */
export function getPrefilter(config: Config, custom: readonly Detector[], detect: Detect): Prefilter {
  const known = prefilters.get(config);
  if (known !== undefined) return known;
  const image = custom.length === 0 && isSimd ? readImage() : undefined;
  const createOurs = (getKeywords: () => readonly Keyword[]): Kernel => (image === undefined ? createKernel(getKeywords(), { ...kernelOptions, isSimd }) : createPrebuiltKernel(image, getKeywords, kernelOptions));
  const prefilter = createPrefilter({ formats: { getCommon: () => commonDetectors, getAll: () => detectors }, custom, detect, createKernel: createOurs, toText, ...(isSimd ? { skimBytes } : {}), loggers: config.loggers });
  prefilters.set(config, prefilter);
  return prefilter;
}

const kernelOptions: KernelOptions = { hasRuns: true, toBytes: (code) => Buffer.from(code, 'base64') };

const prefilters = new WeakMap<Config, Prefilter>();

/** For comparing: `typescript` for the kernel without WebAssembly, `none` to read every file whatever the prefilter says. */
const choice = process.env['PARAMGUARD_KERNEL'];

const isSimd = choice !== 'typescript';

/** Whether what the prefilter says is taken. */
export const isTrusted = choice !== 'none';

/** What the kernel needs for the formats that everybody has: the build leaves it beside the command. */
function readImage(): Uint8Array | undefined {
  try {
    return readFileSync(path.join(import.meta.dirname, 'keywords.image'));
  } catch {
    return undefined;
  }
}

const toText = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1');
