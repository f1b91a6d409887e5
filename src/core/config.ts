import { ruleIds, type RuleId } from './catalogue.ts';
import { checkAllow } from './config-allow.ts';
import { checkFormats, type FormatEntry } from './custom-formats.ts';
import type { ForeignRules } from './foreign-rules.ts';
import { isParameterName } from './parameter-names.ts';
import type { AllowEntry } from './suppressions/allowance.ts';

/** The project's settings, from `paramguard.yaml`, `.yml` or `.json`. Never credentials, profiles or endpoints. */
export interface Config {
  /** Where to ask for parameters: `auto`, `aws`, `none` or `file:PATH`. */
  readonly store: string;
  /** Path of the inventory file, relative to the config. */
  readonly inventory: string;
  /** Which parameter holds what a name stands for: `DB_PASSWORD: /prod/shop/db-password`. */
  readonly map: Readonly<Record<string, string>>;
  /** The project's own part of the store, with both slashes: `/prod/shop/`; empty where none is set. */
  readonly prefix: string;
  /** Glob patterns of files that are not scanned. */
  readonly ignore: readonly string[];
  readonly rules: Readonly<Partial<Record<RuleId, 'on' | 'off'>>>;
  /** Further names of objects whose methods log. */
  readonly loggers: readonly string[];
  /** Seconds that the store may take: before a commit (`--staged`), and else. */
  readonly timeout: Readonly<Partial<Record<'hook' | 'run', number>>>;
  /** Parts of names that stand for a stage: a name with one of them must be there for each: `[dev, staging, prod]`. */
  readonly stages: readonly string[];
  /** Further inventories, of other Regions or accounts, that must hold the same parameters; paths relative to the config. */
  readonly replicas: readonly string[];
  /** Key id, ARN or alias that `paramguard push` encrypts with; empty for the account's own key, `alias/aws/ssm`. */
  readonly kmsKeyId: string;
  /** Findings that are let pass, each with its reason. */
  readonly allow: readonly AllowEntry[];
  /** Whether comments for other scanners, such as `gitleaks:allow`, count. */
  readonly markers: 'on' | 'off';
  /** Whether a comment or an entry of `allow` that allows nothing is said, fails a run, or is left. */
  readonly unusedSuppressions: 'note' | 'fail' | 'off';
  /** Whether folders of installed packages and of builds are left out. */
  readonly skipFolders: 'on' | 'off';
  /** Formats of the project's own. */
  readonly formats: readonly FormatEntry[];
  /** Path of a configuration of gitleaks, relative to the config; `auto` for `.gitleaks.toml` where there is one, or `off`. */
  readonly gitleaks: string;
  /** What the file of `gitleaks` holds; it is no setting. */
  readonly foreign?: ForeignRules;
}

export const defaultConfig: Config = {
  store: 'auto',
  inventory: '.paramguard/inventory.json',
  map: {},
  prefix: '',
  ignore: [],
  rules: {},
  loggers: [],
  timeout: {},
  stages: [],
  replicas: [],
  kmsKeyId: '',
  allow: [],
  markers: 'on',
  unusedSuppressions: 'note',
  skipFolders: 'on',
  formats: [],
  gitleaks: 'auto',
};

/** The settings, or one line for each thing that is wrong with them. */
export type ParsedConfig = { readonly config: Config } | { readonly errors: readonly string[] };

export function parseConfig(value: unknown): ParsedConfig {
  if (value === null || value === undefined) return { config: defaultConfig };
  if (!isRecord(value)) return { errors: ['the config must be a map of settings'] };
  const errors = Object.entries(value).flatMap(([key, setting]) => checkSetting(key, setting));
  if (errors.length > 0) return { errors };
  const config = { ...defaultConfig, ...value }; // each setting was checked above
  return { config: { ...config, prefix: toPrefix(config.prefix) } };
}

type Check = (value: unknown) => string | undefined;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const checkSetting = (key: string, value: unknown): string[] => {
  const check = Object.hasOwn(checks, key) ? checks[key as keyof typeof checks] : undefined;
  if (check === undefined) return [`"${clip(key)}" is no setting; the settings are ${Object.keys(checks).join(', ')}`];
  const error = check(value);
  return error === undefined ? [] : [`"${key}" ${error}`];
};

export const isStoreName = (value: string): boolean => /^(?:auto|aws|none|file:.+)$/u.test(value);

const isStringList = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '');

const checks: Readonly<Record<Exclude<keyof Config, 'foreign'>, Check>> = {
  store: (value) => (typeof value === 'string' && isStoreName(value) ? undefined : 'must be auto, aws, none or file:PATH'),
  inventory: (value) => (typeof value === 'string' && value !== '' ? undefined : 'must be a path'),
  prefix: (value) => (typeof value === 'string' && /^(?:\/[\w.-]+){0,14}\/?$/u.test(value) ? undefined : 'must be a path in the store, such as /prod/shop'),
  ignore: (value) => (isStringList(value) ? undefined : 'must be a list of glob patterns'),
  stages: (value) => (isStringList(value) ? undefined : 'must be a list of parts of names, such as dev and prod'),
  replicas: (value) => (isStringList(value) ? undefined : 'must be a list of paths of inventories'),
  loggers: (value) => (isStringList(value) ? undefined : 'must be a list of names'),
  map: checkMap,
  rules: checkRules,
  timeout: checkTimeout,
  kmsKeyId: (value) => (typeof value === 'string' && isKmsKeyId(value) ? undefined : 'must be the id, the ARN or the alias of a KMS key, such as alias/shop'),
  allow: checkAllow,
  markers: (value) => (value === 'on' || value === 'off' ? undefined : 'must be on or off'),
  skipFolders: (value) => (value === 'on' || value === 'off' ? undefined : 'must be on or off'),
  unusedSuppressions: (value) => (value === 'note' || value === 'fail' || value === 'off' ? undefined : 'must be note, fail or off'),
  formats: (value) => checkFormats(value),
  gitleaks: (value) => (typeof value === 'string' && value !== '' ? undefined : 'must be auto, off or a path'),
};

/** KeyId in the KMS API reference. */
const isKmsKeyId = (value: string): boolean => /^(?:alias\/[\w/-]{1,250}|[\da-f-]{36}|mrk-[\da-f]{32}|arn:aws[a-z-]*:kms:[a-z\d-]+:\d{12}:(?:key|alias)\/[\w/-]{1,250})$/u.test(value);

function checkTimeout(value: unknown): string | undefined {
  if (!isRecord(value) || !Object.keys(value).every((key) => key === 'hook' || key === 'run')) return 'must be a map of hook and run to seconds';
  return Object.values(value).every((seconds) => typeof seconds === 'number' && seconds > 0 && seconds <= 600) ? undefined : 'must give seconds, above 0 and at most 600';
}

function checkMap(value: unknown): string | undefined {
  if (!isRecord(value)) return 'must be a map of names to parameters';
  const bad = Object.entries(value).find(([, name]) => typeof name !== 'string' || !isParameterName(name));
  return bad === undefined ? undefined : `has no valid parameter name for "${clip(bad[0])}"; a name is like /prod/shop/db-password`;
}

function checkRules(value: unknown): string | undefined {
  if (!isRecord(value)) return 'must be a map of rules to on or off';
  for (const [key, level] of Object.entries(value)) {
    if (!ruleIds.some((ruleId) => ruleId === key)) return `has no rule "${clip(key)}"; the rules are ${ruleIds.join(', ')}`;
    if (level !== 'on' && level !== 'off') return `must say on or off for "${key}"`;
  }
  return undefined;
}

const toPrefix = (prefix: string): string => (prefix === '' || prefix === '/' ? '' : `${prefix.replace(/(?<!\/)\/+$/u, '')}/`);

/** A key of a config may be anything; an error shows its beginning only. */
const clip = (key: string): string => (key.length > 40 ? `${key.slice(0, 40)}…` : key);
