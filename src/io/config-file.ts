import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { defaultConfig, parseConfig, type Config } from '../core/config.ts';
import { getErrorMessage, UserError } from './errors.ts';

/** The file names that are looked for, in this order. */
const configNames = ['paramguard.yaml', 'paramguard.yml', 'paramguard.json'];

const sizeLimit = 1_000_000;

/** Settings and the folder that their paths are relative to. Throws `UserError` with the file's name for a bad config. */
export async function readConfig(root: string, file?: string): Promise<{ config: Config; folder: string; file?: string }> {
  const found = file === undefined ? configNames.map((name) => path.join(root, name)).find((candidate) => existsSync(candidate)) : path.resolve(root, file);
  if (found === undefined) return { config: defaultConfig, folder: root };
  const shown = path.relative(root, found) || found;
  const parsed = parseConfig(await readData(found, shown));
  if ('errors' in parsed) throw new UserError(`${shown}: ${parsed.errors.join('; ')}`);
  return { config: parsed.config, folder: path.dirname(found), file: found };
}

async function readData(file: string, shown: string): Promise<unknown> {
  let text: string;
  try {
    if (statSync(file).size > sizeLimit) throw new UserError(`${shown}: too large for a config; the limit is 1 MB`);
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${shown}: cannot be read (${getErrorMessage(error)})`);
  }
  if (file.endsWith('.json')) return parseJson(text, shown);
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { prettyErrors: true, logLevel: 'silent' });
  const error = document.errors[0];
  if (error !== undefined) throw new UserError(`${shown}:${String(error.linePos?.[0].line ?? 1)}: not valid YAML (${error.code})`);
  return document.toJS({ maxAliasCount: 100 }) as unknown;
}

function parseJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown;
  } catch {
    // the parser's own message quotes the text
    throw new UserError(`${shown}: not valid JSON`);
  }
}
