import { readShard, type ShardFacts } from '../core/shard.ts';
import { shardProperty } from '../reporters/sarif.ts';
import { isList, isMap, isShaped, type Map } from './shape.ts';

/** The report of one shard, as far as it has to be understood to be joined. */
export interface ShardReport {
  /** How the user calls it. */
  readonly name: string;
  readonly format: 'json' | 'sarif';
  readonly version: string;
  readonly shard: ShardFacts;
  readonly document: Map;
}

/** Gives one line where the text is no such report. */
export function readShardReport(name: string, text: string): ShardReport | string {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return 'is not whole JSON: it may be half written';
  }
  const report = readJson(document) ?? readSarif(document);
  if (report === undefined) return 'is no JSON or SARIF report of paramguard';
  if (report.shard === undefined) return 'is the report of a whole run, not of a shard: make it with --shard';
  if (!isShardFacts(report.shard)) return 'tells of its shard what paramguard does not write';
  return { name, ...report, shard: report.shard };
}

type Reading = Omit<ShardReport, 'name' | 'shard'> & { readonly shard: unknown };

function readJson(document: unknown): Reading | undefined {
  if (!isShaped(document, { tool: isMap, store: 'string', files: 'number', bytes: 'number', findings: isFindings, references: isReferences, suppressions: isNotes, unread: isNotes, skipped: isTexts })) return undefined;
  const { tool } = document;
  if (document['format'] !== 1 || !isShaped(tool, { name: 'string', version: 'string' }) || tool['name'] !== 'paramguard') return undefined;
  return { format: 'json', version: String(tool['version']), shard: document['shard'], document };
}

function readSarif(document: unknown): Reading | undefined {
  if (!isShaped(document, { version: 'string', runs: isList })) return undefined;
  const [run] = document['runs'] as readonly unknown[];
  if (!isShaped(run, { tool: isMap, results: isLocated, invocations: isList })) return undefined;
  const { driver } = run['tool'] as Map;
  const [invocation] = run['invocations'] as readonly unknown[];
  if (!isShaped(driver, { name: 'string', semanticVersion: 'string' }) || driver['name'] !== 'paramguard' || !isShaped(invocation, { toolExecutionNotifications: isLocated })) return undefined;
  const { properties } = run;
  return { format: 'sarif', version: String(driver['semanticVersion']), shard: isMap(properties) ? properties[shardProperty] : undefined, document };
}

const isPlaced = (value: unknown): boolean => isList(value) && value.every((entry) => isShaped(entry, { path: 'string' }));

const isFindings = (value: unknown): boolean =>
  isPlaced(value) && (value as Map[]).every((entry) => isShaped(entry, { rule: 'string', kind: 'string', severity: isSeverity, message: 'string', why: 'string', url: 'string', start: isPosition, end: isPosition, excerpt: 'string', fingerprint: 'string', remedy: isRemedy }) && (entry['introduced'] === undefined || isShaped(entry['introduced'], { commit: 'string', committedAt: isTime, authoredAt: isTime })));

const isSeverity = (value: unknown): boolean => ['critical', 'high', 'medium', 'low'].includes(String(value));

const isRemedy = (value: unknown): boolean =>
  isShaped(value, { state: 'string' }) &&
  (value['state'] === 'none' ? isShaped(value, { reason: 'string', near: isTexts }) : isShaped(value, { title: 'string' }) && (value['parameter'] === undefined || isShaped(value, { parameter: isParameter, checked: isEvidence })));

const isParameter = (value: unknown): boolean => isShaped(value, { name: 'string', type: 'string' });

const isEvidence = (value: unknown): boolean => isShaped(value, { region: 'string', checkedAt: isTime });

const isTime = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value));

const isReferences = (value: unknown): boolean => isPlaced(value) && (value as Map[]).every((entry) => isShaped(entry, { name: 'string', outcome: 'string', start: isPosition }) && (entry['checked'] === undefined || isEvidence(entry['checked'])));

const isNotes = (value: unknown): boolean => isPlaced(value) && (value as Map[]).every((entry) => isShaped(entry, { reason: 'string' }));

const isTexts = (value: unknown): boolean => isList(value) && value.every((entry) => typeof entry === 'string');

const isPosition = (value: unknown): boolean => isShaped(value, { line: 'number', column: 'number' });

const isLocated = (value: unknown): boolean => isList(value) && value.every((entry) => isMap(entry) && isList(entry['locations']));

const isShardFacts = (value: unknown): value is ShardFacts =>
  isShaped(value, { index: Number.isInteger, count: Number.isInteger, files: 'string', config: 'string', options: 'string', allowances: isNotes, isStrict: 'boolean', exitCode: 'number' }) &&
  readShard(`${String(value['index'])}/${String(value['count'])}`) !== undefined && [0, 1, 2].includes(Number(value['exitCode'])) && (value['sightings'] === undefined || isSightings(value['sightings']));

const isSightings = (value: unknown): boolean => isList(value) && value.every((entry) => isShaped(entry, { time: 'number', order: 'number', key: 'string' }));
