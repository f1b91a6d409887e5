import { findDotenvSecrets } from '../core/dotenv-verdict.ts';
import { formats } from '../core/formats.ts';
import { isTestPath } from '../core/paths.ts';
import type { Scanner } from '../core/scanner.ts';
import { findDotenvReferences } from '../references/dotenv.ts';
import { mayRefer } from '../references/may-refer.ts';

/** `.env` files, read as the `dotenv` package reads them. */
export const dotenv: Scanner = {
  id: 'dotenv',
  handles: formats.dotenv,
  scan({ path, text }, detect) {
    const result = findDotenvSecrets(path, text, detect);
    return mayRefer(text) && !isTestPath(path) ? { ...result, references: findDotenvReferences(text) } : result;
  },
};
