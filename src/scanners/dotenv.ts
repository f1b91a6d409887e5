import { findDotenvSecrets } from '../core/dotenv-verdict.ts';
import { formats } from '../core/formats.ts';
import type { Scanner } from '../core/scanner.ts';

/** `.env` files, read as the `dotenv` package reads them. */
export const dotenv: Scanner = {
  id: 'dotenv',
  handles: formats.dotenv,
  scan: ({ path, text }, detect) => findDotenvSecrets(path, text, detect),
};
