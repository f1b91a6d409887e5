import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import type { Check } from '../../support/checker.ts';
import { isName } from '../../support/document-check.ts';

/** Read as Node itself reads such a file: every secret is a reference, and the rest is as it was. */
export function check(folder: string): Check {
  const values = Object.entries(parseEnv(readFileSync(path.join(folder, '.env'), 'utf8')));
  const mistakes = values.filter(([key, value]) => key !== 'PORT' && !isReference(value ?? '')).map(([key]) => `wrong value of ${key}`);
  return { code: values.length > 1 && mistakes.length === 0 ? 0 : 1, output: mistakes.join('\n') };
}

const isReference = (value: string): boolean => value.startsWith('ssm://') && isName(value.slice('ssm://'.length));
