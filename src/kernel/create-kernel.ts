import type { Kernel, KernelOptions, Keyword } from './keyword.ts';
import { createPlainKernel } from './plain.ts';

/** A kernel for keywords; throws `RangeError` for one that is too short or too long. */
export function createKernel(keywords: readonly Keyword[], options: KernelOptions = {}): Kernel {
  return createPlainKernel(keywords, options);
}
