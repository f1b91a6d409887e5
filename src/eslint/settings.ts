import { createRequire } from 'node:module';
import { defaultConfig, parseConfig, type Config } from '../core/config.ts';
import type { Policy } from '../core/suppressions/policy.ts';
import { readConfigNow, type LoadedConfig, type Yaml } from '../io/config-file.ts';
import type { Picomatch } from '../io/globs.ts';
import { createPolicyNow } from '../io/policy.ts';

/** What the rules take from the project's config, or from `settings.paramguard` of the ESLint config, which wins. */
export interface Settings extends Pick<Config, 'map' | 'prefix' | 'loggers' | 'formats'> {
  /** Path of the inventory. */
  readonly inventory: string;
  /** What the project lets pass. */
  readonly policy: Policy;
}

const settingsOfFolders = new WeakMap<object, Settings>();
interface Known {
  readonly loaded: LoadedConfig;
  readonly policy: Policy;
  readonly until: number;
}

const configs = new Map<string, Known>();
const lifetime = 2000;

/** Throws for settings that are wrong, as ESLint does for its own. */
export function getSettings(cwd: string, settings: unknown): Settings {
  const own = getOwn(settings);
  const known = own === undefined ? undefined : settingsOfFolders.get(own);
  if (known !== undefined) return known;
  const { loaded, policy } = loadConfig(cwd);
  const { config, folder } = loaded;
  const parsed = parseConfig(own);
  if ('errors' in parsed) throw new Error(`settings.paramguard: ${parsed.errors.join('; ')}`);
  const merged = { ...config, ...pickGiven(own, parsed.config) };
  const inventory = own !== undefined && 'inventory' in own ? join(cwd, merged.inventory) : join(folder, merged.inventory);
  const result = { map: merged.map, prefix: merged.prefix, loggers: merged.loggers, formats: merged.formats, inventory, policy: own === undefined ? policy : toPolicy(merged) };
  if (own !== undefined) settingsOfFolders.set(own, result);
  return result;
}

function getOwn(settings: unknown): object | undefined {
  if (typeof settings !== 'object' || settings === null || !('paramguard' in settings)) return undefined;
  return typeof settings.paramguard === 'object' && settings.paramguard !== null ? settings.paramguard : undefined;
}

const pickGiven = (own: object | undefined, config: Config): Partial<Config> =>
  own === undefined ? {} : Object.fromEntries(Object.entries(config).filter(([key]) => key in own));

/** An editor keeps the process for hours: the file is looked at again after two seconds. A bad one is reported by the command. */
function loadConfig(cwd: string): Known {
  const known = configs.get(cwd);
  if (known !== undefined && known.until > Date.now()) return known;
  const loaded = readOrDefault(cwd);
  const read = { loaded, policy: toPolicy(loaded.config), until: Date.now() + lifetime };
  configs.set(cwd, read);
  return read;
}

function readOrDefault(cwd: string): LoadedConfig {
  try {
    return readConfigNow(cwd, () => createRequire(import.meta.url)('yaml') as Yaml);
  } catch {
    return { config: defaultConfig, folder: cwd, path: '' };
  }
}

const toPolicy = (config: Config): Policy => createPolicyNow(config, () => createRequire(import.meta.url)('picomatch') as Picomatch);

const join = (folder: string, file: string): string => (/^(?:\/|[A-Za-z]:[\\/])/u.test(file) ? file : `${folder}/${file}`);
