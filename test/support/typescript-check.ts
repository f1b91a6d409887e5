import { readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import type { Check } from './checker.ts';
import { root } from './command.ts';

const options: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts'],
  types: ['node'],
  allowJs: true,
  noEmit: true,
  skipLibCheck: true,
};

/** Compiles the programs of a folder as `tsc --strict` does, beside our own packages; `declarations` stand for packages that are too large for that. */
export function checkTypes(folder: string, declarations: readonly string[] = []): Check {
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[cm]?[jt]s$/u.test(name) && !name.startsWith('node_modules'));
  const program = ts.createProgram([...files.map((name) => path.join(folder, name)), ...declarations], options);
  const mistakes = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => `${path.basename(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  return { code: files.length > 0 && mistakes.length === 0 ? 0 : 1, output: mistakes.join('\n') };
}
