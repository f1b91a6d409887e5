import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { defaultConfig, parseConfig, type Config } from '../core/config.ts';
import { getErrorMessage, UserError } from './errors.ts';

/** The file names that are looked for, in this order. */
const configNames = ['paramguard.yaml', 'paramguard.yml', 'paramguard.json'];

const sizeLimit = 1_000_000;

export interface LoadedConfig {
  readonly config: Config;
  /** What the paths in the config are relative to. */
  readonly folder: string;
  /** Of the file, relative to the root; empty where there is none. */
  readonly path: string;
}

/** What is used of the `yaml` package; the command and the plugin load it each in their own way. */
export type Yaml = Pick<typeof import('yaml'), 'parseDocument'>;

/** Throws `UserError` with the file's name for a bad config. */
export async function readConfig(root: string, file?: string): Promise<LoadedConfig> {
  const found = findConfig(root, file);
  return parseFile(root, found, found !== undefined && isYaml(found) ? await import('yaml') : undefined);
}

/** The configuration of gitleaks that the config names, or the usual one in its folder. */
export function findGitleaksFile({ config: { gitleaks }, folder }: LoadedConfig): string | undefined {
  if (gitleaks === 'off') return undefined;
  const file = path.resolve(folder, gitleaks === 'auto' ? '.gitleaks.toml' : gitleaks);
  return gitleaks !== 'auto' || existsSync(file) ? file : undefined;
}

/** For ESLint rules, which cannot wait. */
export function readConfigNow(root: string, requireYaml: () => Yaml): LoadedConfig {
  const found = findConfig(root);
  return parseFile(root, found, found !== undefined && isYaml(found) ? requireYaml() : undefined);
}

const findConfig = (root: string, file?: string): string | undefined =>
  file === undefined ? configNames.map((name) => path.join(root, name)).find((candidate) => existsSync(candidate)) : path.resolve(root, file);

const isYaml = (file: string): boolean => !file.endsWith('.json');

function parseFile(root: string, file: string | undefined, yaml: Yaml | undefined): LoadedConfig {
  if (file === undefined) return { config: defaultConfig, folder: root, path: '' };
  const shown = path.relative(root, file) || file;
  const text = readText(file, shown);
  const parsed = parseConfig(yaml === undefined ? parseJson(text, shown) : parseYaml(text, shown, yaml));
  if ('errors' in parsed) throw new UserError(`${shown}: ${parsed.errors.join('; ')}`);
  return { config: parsed.config, folder: path.dirname(file), path: shown };
}

function readText(file: string, shown: string): string {
  try {
    if (statSync(file).size > sizeLimit) throw new UserError(`${shown}: too large for a config; the limit is 1 MB`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${shown}: cannot be read (${getErrorMessage(error)})`);
  }
}

function parseYaml(text: string, shown: string, yaml: Yaml): unknown {
  const document = yaml.parseDocument(text, { logLevel: 'silent' });
  const error = document.errors[0];
  if (error !== undefined) throw new UserError(`${shown}:${String(error.linePos?.[0].line ?? 1)}: not valid YAML (${error.code})`);
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch {
    throw new UserError(`${shown}: too many aliases for a config`);
  }
}

function parseJson(text: string, shown: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown;
  } catch {
    // the parser's own message quotes the text
    throw new UserError(`${shown}: not valid JSON`);
  }
}
