import { readFileSync, statSync, type Stats } from 'node:fs';
import { lstat, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isParameterName } from '../core/parameter-names.ts';
import type { Answer, Evidence, Found, ParameterFacts, ParameterStore, SearchResult, Unknown } from '../core/store.ts';
import { UserError } from './errors.ts';
import { getDistance, getTwin, invalidName, isParameterType, readName, sortParameters, type AskedName } from './parameter-name.ts';
import { toWriteError, writeFileAtomically } from './write-file.ts';

/** What `paramguard sync` saw: names, types and versions, never a value. */
export interface Inventory {
  readonly state: 'read';
  readonly parameters: ReadonlyMap<string, ParameterFacts>;
  readonly evidence: Evidence;
}

export function createInventoryStore(path: string): ParameterStore {
  return {
    label: path,
    lookUp: (names) => Promise.resolve(lookUpIn(readInventory(path), names)),
    search: (fragments) => Promise.resolve(search(readInventory(path), fragments)),
    list: () => Promise.resolve(list(readInventory(path))),
  };
}

/** Synchronous, for ESLint rules: a stat for each call, a parse only after the file changed. Never throws. */
export function readInventory(path: string): Inventory | Unknown {
  const stats = getStats(path);
  if (stats === undefined) return { state: 'unknown', reason: 'no-store', detail: `no inventory at ${path}: run \`paramguard sync\`` };
  if (!stats.isFile()) return unreadable(path, 'is not a file');
  const stamp = [stats.ino, stats.size, stats.mtimeMs].join(' ');
  const key = resolve(path);
  const cached = cache.get(key);
  if (cached?.stamp === stamp) return cached.reading;
  const reading = stats.size > maxBytes ? unreadable(path, 'is larger than 50 MB') : parseFile(path);
  cache.set(key, { stamp, reading });
  return reading;
}

/**
 * Replaces the file in one step, readable by its owner only: names tell how a system is built. Creates its folder.
 * Throws a UserError where it cannot be written, and for a link, which could lead out of the repository.
 */
export async function writeInventory(path: string, { parameters, evidence }: Found): Promise<void> {
  const folder = dirname(resolve(path));
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw toWriteError(path, error);
  });
  if ((await lstat(folder)).isSymbolicLink()) throw new UserError(`${path} is not written: its folder is a link`);
  const content = {
    paramguard: formatVersion,
    takenAt: new Date(evidence.checkedAt).toISOString(),
    ...(evidence.account === undefined ? {} : { account: evidence.account }),
    region: evidence.region,
    // fromEntries defines `__proto__`, which is a valid parameter name; assignment would not
    parameters: Object.fromEntries(sortParameters(parameters).map(({ name, ...facts }) => [name, pickFacts(facts)])),
  };
  await writeFileAtomically(path, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}

const formatVersion = 1;
const maxBytes = 50_000_000;
const maxFound = 200;
const cache = new Map<string, { readonly stamp: string; readonly reading: Inventory | Unknown }>();

/** Synchronous, for ESLint rules. */
export function lookUpIn(reading: Inventory | Unknown, names: readonly string[]): Map<string, Answer> {
  return new Map(names.map((name) => [name, reading.state === 'unknown' ? reading : getAnswer(reading, name)]));
}

function getAnswer({ parameters, evidence }: Inventory, name: string): Answer {
  const asked = readName(name);
  if (asked.form === 'invalid') return invalidName;
  if (asked.form !== 'plain') return notListed;
  const distance = getDistance(asked, evidence);
  if (distance !== undefined) return distance;
  const parameter = parameters.get(asked.name) ?? parameters.get(getTwin(asked.name) ?? '');
  if (parameter === undefined) return { state: 'absent', what: 'parameter', evidence };
  return asked.selector === '' ? { state: 'present', parameter, evidence } : getVersionAnswer(parameter, evidence, asked);
}

/** Parameter Store keeps the last 100 versions (Systems Manager user guide, "Working with parameter versions"). */
const keptVersions = 100;

function getVersionAnswer(parameter: ParameterFacts, evidence: Evidence, { selector }: AskedName): Answer {
  const version = Number(selector.slice(1));
  const { version: current = NaN } = parameter;
  if (version === current) return { state: 'present', parameter, evidence };
  if (version > current || version <= current - keptVersions) return { state: 'absent', what: 'version', parameter, evidence };
  return notListed;
}

const notListed: Unknown = {
  state: 'unknown',
  reason: 'failed',
  detail: 'an inventory lists neither labels, earlier versions, public parameters nor secrets of Secrets Manager: check it with `--store aws`',
};

function search(reading: Inventory | Unknown, fragments: readonly string[]): SearchResult {
  const all = list(reading);
  if (all.state === 'unknown') return all;
  const wanted = fragments.filter((fragment) => fragment !== '').map((fragment) => fragment.toLowerCase());
  const isWanted = (name: string): boolean => wanted.some((fragment) => name.includes(fragment));
  return { ...all, parameters: all.parameters.filter(({ name }) => isWanted(name.toLowerCase())).slice(0, maxFound) };
}

function list(reading: Inventory | Unknown): SearchResult {
  if (reading.state === 'unknown') return reading;
  return { state: 'found', parameters: sortParameters([...reading.parameters.values()]), evidence: reading.evidence };
}

function getStats(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function parseFile(path: string): Inventory | Unknown {
  try {
    return parse(JSON.parse(readFileSync(path, 'utf8'))) ?? unreadable(path, 'is not an inventory of this version');
  } catch {
    return unreadable(path, 'cannot be read as JSON');
  }
}

const unreadable = (path: string, problem: string): Unknown => ({
  state: 'unknown',
  reason: 'failed',
  detail: `the inventory ${path} ${problem}: run \`paramguard sync\` to write it anew`,
});

/** A repository may carry the file, so nothing in it is believed or shown before its form is checked. */
function parse(data: unknown): Inventory | undefined {
  if (!isRecord(data) || data['paramguard'] !== formatVersion || !isRecord(data['parameters'])) return undefined;
  const evidence = parseEvidence(data);
  const parameters = Object.entries(data['parameters']).map(([name, facts]) => parseFacts(name, facts));
  if (evidence === undefined || !parameters.every((parameter) => parameter !== undefined)) return undefined;
  return { state: 'read', evidence, parameters: new Map(parameters.map((parameter) => [parameter.name, parameter])) };
}

function parseEvidence({ takenAt, account, region }: Readonly<Record<string, unknown>>): Evidence | undefined {
  const checkedAt = typeof takenAt === 'string' ? Date.parse(takenAt) : NaN;
  // nothing was seen tomorrow; a day is for clocks that are wrong
  if (Number.isNaN(checkedAt) || checkedAt > Date.now() + 86_400_000 || typeof region !== 'string' || !/^[a-z\d-]+$/u.test(region)) return undefined;
  if (account === undefined) return { checkedAt, region };
  return typeof account === 'string' && /^\d{12}$/u.test(account) ? { checkedAt, account, region } : undefined;
}

function parseFacts(name: string, facts: unknown): ParameterFacts | undefined {
  if (!isParameterName(name) || !isRecord(facts)) return undefined;
  const { type, version, keyId } = facts;
  if (!isParameterType(type) || typeof version !== 'number' || !Number.isSafeInteger(version)) return undefined;
  if (keyId === undefined) return { name, type, version };
  return typeof keyId === 'string' && /^[\w:/.-]{1,256}$/u.test(keyId) ? { name, type, version, keyId } : undefined;
}

/** Only what the format knows: a caller's object may carry more. */
const pickFacts = ({ type, version, keyId }: Omit<ParameterFacts, 'name'>): Omit<ParameterFacts, 'name'> => ({
  type,
  ...(version === undefined ? {} : { version }),
  ...(keyId === undefined ? {} : { keyId }),
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
