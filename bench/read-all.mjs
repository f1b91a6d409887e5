// The same as bench/c/read-all.c, where there is no C compiler.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const buffer = Buffer.allocUnsafe(1 << 20);
for (const path of readFileSync(0, 'utf8').split('\0').filter(Boolean)) {
  try {
    const file = openSync(path);
    while (readSync(file, buffer) > 0);
    closeSync(file);
  } catch {
    // a link, or gone
  }
}
