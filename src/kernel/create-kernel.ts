import { code } from './code.ts';
import { createImage } from './image.ts';
import type { Kernel, KernelOptions, Keyword } from './keyword.ts';
import { createPlainKernel } from './plain.ts';
import { compile, createSimdKernel } from './simd.ts';

export interface KernelChoice extends KernelOptions {
  /** False for the kernel in plain TypeScript, which is also taken where the processor has no SIMD. */
  readonly isSimd?: boolean;
}

/** A kernel for keywords; throws `RangeError` for one that is too short or too long. */
export function createKernel(keywords: readonly Keyword[], { isSimd = true, ...options }: KernelChoice = {}): Kernel {
  const module = isSimd ? compile(code, options.toBytes) : undefined;
  return module === undefined ? createPlainKernel(keywords, options) : createSimdKernel(module, createImage(keywords, options));
}

/** The same with an image of the keywords that was made before: they are asked for only where it cannot be used. */
export function createPrebuiltKernel(image: Uint8Array, getKeywords: () => readonly Keyword[], options: KernelOptions): Kernel {
  const module = compile(code, options.toBytes);
  return module === undefined ? createPlainKernel(getKeywords(), options) : createSimdKernel(module, image);
}
