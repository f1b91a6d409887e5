import type { Config } from './core/config.ts';
import type { Detect } from './core/detect.ts';
import type { Detector } from './core/detector.ts';
import { detectors } from './detectors/index.ts';
import { createKernel } from './kernel/create-kernel.ts';
import type { Kernel, KernelOptions, Keyword } from './kernel/keyword.ts';
import { createPrefilter, type Prefilter } from './prefilter/prefilter.ts';

/** The prefilter of a run. */
export function getPrefilter(config: Config, custom: readonly Detector[], detect: Detect): Prefilter {
  const known = prefilters.get(config);
  if (known !== undefined) return known;
  const prefilter = createPrefilter({ detectors, custom, detect, createKernel: createOurs, toText, loggers: config.loggers });
  prefilters.set(config, prefilter);
  return prefilter;
}

const prefilters = new WeakMap<Config, Prefilter>();

/** For comparing: `typescript` for the kernel without WebAssembly, `none` to read every file whatever the prefilter says. */
const choice = process.env['PARAMGUARD_KERNEL'];

/** Whether what the prefilter says is taken. */
export const isTrusted = choice !== 'none';

const createOurs = (keywords: readonly Keyword[], options: KernelOptions): Kernel => createKernel(keywords, { ...options, isSimd: choice !== 'typescript' });

const toText = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1');
