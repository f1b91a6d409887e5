import { code } from './code.ts';
import { createImage } from './image.ts';
import type { Kernel, KernelOptions, Keyword } from './keyword.ts';
import { createPlainKernel } from './plain.ts';
import { compile, createSimdKernel } from './simd.ts';

export interface KernelChoice extends KernelOptions {
  /** False for the kernel in plain TypeScript, which is also taken where the processor has no SIMD. */
  readonly isSimd?: boolean;
  /** The image of these keywords and options, made before. */
  readonly image?: Uint8Array | undefined;
}

/** A kernel for keywords; throws `RangeError` for one that is too short or too long. */
export function createKernel(keywords: readonly Keyword[], { isSimd = true, image, ...options }: KernelChoice = {}): Kernel {
  const module = isSimd ? compile(code) : undefined;
  return module === undefined ? createPlainKernel(keywords, options) : createSimdKernel(module, image ?? createImage(keywords, options));
}
