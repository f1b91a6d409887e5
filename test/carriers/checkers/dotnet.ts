import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { Check } from '../../support/checker.ts';

/** JSON with comments, as .NET reads it, by another reader of it. */
export function check(folder: string): Check {
  const file = path.join(folder, 'src/Shop/appsettings.json');
  const { error } = ts.parseConfigFileTextToJson(file, readFileSync(file, 'utf8'));
  return { code: error === undefined ? 0 : 1, output: error === undefined ? '' : ts.flattenDiagnosticMessageText(error.messageText, '\n') };
}
