import { readFileSync } from 'node:fs';
import path from 'node:path';

/** `tokens.txt`: kind, pattern of the whole token, checksum, name that a variable would have, label, split by tabs. */
export const tokens = new Map(
  readFileSync(path.join(import.meta.dirname, 'tokens.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([kind, pattern, checksum = '', name = '', label = '!']) => [kind, { kind, pattern, checksum, name, label: label || '!' }]),
);
