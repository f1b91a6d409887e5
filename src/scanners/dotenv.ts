import { findDotenvSecrets } from '../core/dotenv-verdict.ts';
import { isDotenvPath } from '../core/paths.ts';
import type { Scanner } from '../core/scanner.ts';

/** `.env` files, read as the `dotenv` package reads them. */
export const dotenv: Scanner = {
  id: 'dotenv',
  handles: isDotenvPath,
  scan: ({ path, text }, detect) => findDotenvSecrets(path, text, detect),
};
