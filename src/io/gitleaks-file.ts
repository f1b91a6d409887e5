import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ForeignRules } from '../core/foreign-rules.ts';
import { hash } from '../core/hash.ts';
import { readRules } from '../gitleaks/rules.ts';
import { isTable } from '../gitleaks/table.ts';
import { UserError } from './errors.ts';

const sizeLimit = 1_000_000;

/** Its rules, with a first line that says that it was read. Throws `UserError` where it cannot be. */
export async function readGitleaksFile(root: string, file: string): Promise<ForeignRules> {
  const shown = path.relative(root, file) || file;
  const text = readText(file, shown);
  const rules = readRules(await parse(text, shown));
  const counts = [`${String(rules.detectors.length)} of its rules`, `${String(rules.allowances.length)} allow-lists of paths`, ...(rules.isAllowedValue === undefined ? [] : ['its allow-list of values'])];
  return { ...rules, id: hash(text), warnings: [`${shown}: taken into account: ${counts.join(', ')} ("gitleaks: off" in the config leaves it out)`, ...rules.warnings.map((line) => `${shown}: ${line}`)] };
}

function readText(file: string, shown: string): string {
  try {
    if (statSync(file).size <= sizeLimit) return readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  } catch {
    throw new UserError(`${shown}: cannot be read; say under "gitleaks" in the config where it is, or off`);
  }
  throw new UserError(`${shown}: too large for a config; the limit is 1 MB`);
}

/** The parser's own message quotes the text. */
async function parse(text: string, shown: string): Promise<Readonly<Record<string, unknown>>> {
  const { parse: parseToml, TomlError } = await import('smol-toml');
  try {
    const table: unknown = parseToml(text);
    if (isTable(table)) return table;
  } catch (error) {
    throw new UserError(`${shown}:${error instanceof TomlError ? String(error.line) : '1'}: not valid TOML`);
  }
  throw new UserError(`${shown}: no TOML table`);
}
