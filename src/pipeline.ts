import type { Config } from './core/config.ts';
import { createCustomDetect, getCustom, hasCustom, type Custom } from './core/custom-detect.ts';
import { createLateDetect, type Detect, type Detector, type PlacedAnchor } from './core/detect.ts';
import type { FileFormat } from './core/file-format.ts';
import { getOrigin, isBelievable, type Origin } from './core/generated.ts';
import { findLayeredSecrets } from './core/layered-secrets.ts';
import { mostProblems, tooMany } from './core/many-problems.ts';
import type { Problem, ScanResult, Unread } from './core/problem.ts';
import type { Position } from './core/range.ts';
import type { ReadGrant } from './core/read-grant.ts';
import type { Reference } from './core/reference.ts';
import type { ScannerEntry, ScanSettings, SourceFile } from './core/scanner.ts';
import { dropOverlapping, toSecretProblem } from './core/secret-problem.ts';
import { isOnlyShown, weighInTests } from './core/test-severity.ts';
import { detectors } from './detectors/index.ts';
import { findMentions, type Mention } from './grants/mentions.ts';
import { mayHoldPolicy } from './iam/policy.ts';
import { toTextAnchors } from './core/text-anchors.ts';
import { decode, inspect, type Decoded, type Encoded } from './io/decode.ts';
import { getErrorMessage } from './io/errors.ts';
import { getPackageFacts } from './io/project.ts';
import { getCommonFormat, isOrdinaryPath } from './core/formats.ts';
import { getPrefilter, isTrusted } from './look.ts';
import { everySuspicion, noSuspicions, type Suspicions } from './prefilter/questions.ts';
import { findDeclaredNames } from './references/declared.ts';
import { mayRefer } from './references/may-refer.ts';
import { scanners } from './scanners/index.ts';
import { mayHaveRows } from './settings/may-have-rows.ts';
import { findTextSecrets, text as textScanner } from './scanners/text.ts';

export { getCountBreaks, scanPart, siftPart, suspectPart, toWhole, type PartSight, type SiftedPart, type Whole } from './scan-part.ts';

/** A file with its problems and with the names of parameters in it. */
export interface ScannedFile {
  readonly source: SourceFile;
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
  readonly problems: readonly Problem[];
  readonly references: readonly Reference[];
  readonly grants: readonly ReadGrant[];
  readonly mentions: readonly Mention[];
  /** Names of parameters that the file creates. */
  readonly declared: readonly string[];
  readonly unread: readonly Unread[];
  /** Where a place of the text is in the file, of which the text has only what matters. */
  readonly locate?: (place: Position) => Position;
}

/** The formats that are looked for; in what no person wrote, only those with a mark of their own. */
export interface Detects {
  readonly custom: readonly Detector[];
  readonly all: Detect;
  readonly marked: () => Detect;
}

function createDetects(custom: Custom): Detects {
  let marked: Detect | undefined;
  return {
    custom: getCustom(custom),
    all: hasCustom(custom) ? createCustomDetect(detectors, custom) : createLateDetect(() => detectors),
    marked: () => (marked ??= { ...createCustomDetect(detectors.filter(({ anchors }) => anchors !== undefined), custom), named: () => undefined }),
  };
}

const usual = createDetects({ formats: [] });
const ofConfigs = new WeakMap<Config, Detects>();

export function getDetects(config: Config): Detects {
  if (!hasCustom(config)) return usual;
  const known = ofConfigs.get(config) ?? createDetects(config);
  ofConfigs.set(config, known);
  return known;
}

/** What a first look at the bytes gave. */
export interface Glance {
  readonly encoded: Encoded;
  /** Undefined where nothing can be found. */
  readonly sight: Sight | undefined;
}

/** Where bytes are best read to. */
export const getRoom = (config: Config): ((length: number) => Uint8Array) => {
  const { all, custom } = getDetects(config);
  return (length) => getPrefilter(config, custom, all).getRoom(length);
};

/** Takes no longer than the bytes are long; known at once for most files, which are many. */
export function glance(path: string, bytes: Uint8Array, config: Config, isSecretOnly = false): Glance | Promise<Glance> {
  const encoded = inspect(bytes);
  const sight = look(path, bytes, encoded, { config, isSecretOnly }, getDetects(config));
  return sight instanceof Promise ? sight.then((seen) => ({ encoded, sight: seen })) : { encoded, sight };
}

/** Whether nothing can be found, so that there is nothing to scan. */
export const isClear = ({ sight }: Glance): boolean => sight === undefined && isTrusted;

/** Bytes in, problems out. `root` is where `package.json` files are looked for. */
export async function scanBytes(root: string, path: string, bytes: Uint8Array, config: Config, known?: Glance): Promise<ScannedFile> {
  const { encoded, sight } = known ?? (await glance(path, bytes, config));
  const scan = (seen: Sight): Promise<ScannedFile> => scanDecoded(root, path, bytes, decode(bytes, encoded), seen, getDetects(config), config);
  if (sight !== undefined) return scan(isTrusted ? sight : everySight);
  const clean = { ...nothing, source: { path, text: '' }, bytes, decoded: { ...encoded, text: '' } };
  if (isTrusted) return clean;
  const scanned = await scan(everySight);
  return isEmpty(scanned) ? clean : scanned;
}

/** Without asking first whether anything can be found: the text is wanted too, and whether it can be read. */
export const scanWhole = (root: string, path: string, bytes: Uint8Array, config: Config): Promise<ScannedFile> => scanBytes(root, path, bytes, config, { encoded: inspect(bytes), sight: everySight });

/** Secrets alone, nothing of logs, grants and references; undefined where there are none. */
export async function findSecrets(root: string, path: string, bytes: Uint8Array, config: Config): Promise<Pick<ScannedFile, 'source' | 'problems' | 'unread'> | undefined> {
  const { encoded, sight } = await glance(path, bytes, config, true);
  if (sight === undefined && isTrusted) return undefined;
  const { suspicions, anchors }: Sight = isTrusted ? (sight ?? secretSight) : secretSight;
  const seen: Sight = { suspicions: { ...noSuspicions, secret: suspicions.secret, layer: suspicions.layer }, ...(anchors === undefined ? {} : { anchors }) };
  return scanDecoded(root, path, bytes, decode(bytes, encoded), seen, getDetects(config), config);
}

/** Nothing was found, of whatever kind. */
export const isEmpty = ({ problems, references, grants, mentions, declared }: ScannedFile): boolean => problems.length + references.length + grants.length + mentions.length + declared.length === 0;

async function scanDecoded(root: string, path: string, bytes: Uint8Array, decoded: Decoded, { suspicions, anchors }: Sight, general: Detects, config: Config): Promise<ScannedFile> {
  const detects = anchors === undefined ? general : overText(general, decoded, toTextAnchors(bytes, decoded, anchors));
  const source: SourceFile = {
    path,
    text: decoded.text,
    rows: await readRows(path),
    // few files are ever asked
    get moduleType() {
      return getPackageFacts(root, path).moduleType;
    },
  };
  const origin = decoded.isBinary ? undefined : getOrigin(path, decoded.text);
  const result = isWorthScanning(suspicions) ? await scanByOrigin(source, origin, decoded.isBinary, detects, { loggers: config.loggers, ...toAsked(suspicions) }) : { problems: [], unread: [] };
  const layered = suspicions.layer ? findLayeredSecrets(source, isDense(origin, decoded.isBinary) ? detects.marked() : detects.all) : [];
  const problems = selectReported(addApart(result.problems, layered), source, origin, config);
  return {
    source,
    bytes,
    decoded,
    problems: problems.slice(0, mostProblems),
    references: result.references ?? [],
    grants: result.grants ?? [],
    mentions: suspicions.mention && !decoded.isBinary && origin !== 'bundle' ? findMentions(path, source.text) : [],
    declared: suspicions.reference && mayRefer(source.text) ? findDeclaredNames(source.text) : [],
    unread: problems.length > mostProblems ? [...result.unread, tooMany] : result.unread,
  };
}

/** What is worth telling of a file, in the order of its text. */
export const selectReported = (problems: readonly Problem[], source: SourceFile, origin: Origin | undefined, { rules }: Config): readonly Problem[] =>
  problems
    .filter((problem) => rules[problem.ruleId] !== 'off' && isBelievable(problem, source.text, origin) && !isOnlyShown(problem, source))
    .map((problem) => weighInTests(problem, source))
    .sort((a, b) => a.range[0] - b.range[0]);

const nothing = { problems: [], references: [], grants: [], mentions: [], declared: [], unread: [] } as const;

/** What the bytes cannot rule out. Text that is not of one byte an ASCII character, and files whose format says more than their names do, are always read. */
function look(path: string, bytes: Uint8Array, encoded: Encoded, { config, isSecretOnly }: LookSettings, { all, custom }: Detects): Sight | undefined | Promise<Sight | undefined> {
  const { encoding, isBinary } = encoded;
  const isWide = encoding.startsWith('utf-16') || encoding.startsWith('utf-32');
  if (isWide) return everySight;
  const prefilter = getPrefilter(config, custom, all);
  const room = prefilter.getRoom(bytes.length);
  if (bytes.buffer !== room.buffer || bytes.byteOffset !== room.byteOffset) room.set(bytes);
  const sight = prefilter.look(path, bytes.length, isBinary, isSecretOnly);
  return isBinary || isOrdinaryPath(path) ? sight : lookByRows(path, bytes, encoded, sight);
}

async function lookByRows(path: string, bytes: Uint8Array, encoded: Encoded, sight: Sight | undefined): Promise<Sight | undefined> {
  const rows = await readRows(path);
  const isOpen = rows.length > 0 && mayHoldCredential(rows, () => decode(bytes, encoded).text);
  return isOpen ? { ...sight, suspicions: { ...(sight?.suspicions ?? noSuspicions), secret: true } } : sight;
}

interface LookSettings {
  readonly config: Config;
  readonly isSecretOnly: boolean;
}

/** What stands under a name is found by those who read the names; what an expression finds, it finds in the text. */
function mayHoldCredential(rows: readonly FileFormat[], getText: () => string): boolean {
  const patterns = rows.flatMap(({ takes }) => ('pattern' in takes ? [takes.pattern] : []));
  if (patterns.length < rows.length) return true;
  const text = getText();
  return patterns.some((pattern) => text.search(pattern) !== -1);
}

/** What is asked of a file, and where the marks of formats stand in its bytes if that is known. */
interface Sight {
  readonly suspicions: Readonly<Suspicions>;
  readonly anchors?: readonly PlacedAnchor[];
}

const everySight: Sight = { suspicions: everySuspicion };
const secretSight: Sight = { suspicions: { ...noSuspicions, secret: true, layer: true } };

/** Where a comment allows something, all is asked: whether it is needed depends on what could be read. */
function toAsked(suspicions: Readonly<Suspicions>): Pick<ScanSettings, 'asked'> {
  const { secret, log, policy, reference, comment } = suspicions;
  return suspicions === everySuspicion || comment ? {} : { asked: { secret, log, policy, reference } };
}

/** The formats for a text whose anchors are known. */
function overText({ custom, all, marked }: Detects, { text }: Decoded, anchors: readonly PlacedAnchor[] | undefined): Pick<Detects, 'all' | 'marked'> {
  if (anchors === undefined) return { all, marked };
  const isMarked = ({ anchor: { owner } }: PlacedAnchor): boolean => owner.anchors !== undefined || custom.includes(owner);
  return { all: all.over(text, anchors), marked: () => marked().over(text, anchors.filter(isMarked)) };
}

/** A comment that allows something is judged by what was found, and by whether all was read. */
const isWorthScanning = ({ secret, log, policy, reference, comment }: Readonly<Suspicions>): boolean => secret || log || policy || reference || comment;

let getFileRows: ((path: string) => readonly FileFormat[]) | undefined;

async function readRows(path: string): Promise<readonly FileFormat[]> {
  if (isOrdinaryPath(path) || !mayHaveRows(path)) return [];
  getFileRows ??= (await import('./settings/file-rows.ts')).getFileRows;
  return getFileRows(path);
}

export const isDense = (origin: Origin | undefined, isBinary: boolean): boolean => isBinary || (origin !== undefined && origin !== 'code');

async function scanByOrigin(source: SourceFile, origin: Origin | undefined, isBinary: boolean, detects: Pick<Detects, 'all' | 'marked'>, settings: ScanSettings): Promise<ScanResult> {
  if (origin === 'bundle') return scanBundle(source, detects);
  return isDense(origin, isBinary) ? scanTokens(source, detects, isBinary) : scanText(source, detects.all, settings);
}

/** What the scanner of the file found says more; only secrets are also found in layers. */
function addApart(problems: readonly Problem[], layered: readonly Problem[]): readonly Problem[] {
  if (layered.length === 0) return problems;
  const isSecret = ({ secret }: Problem): boolean => secret !== undefined;
  return [...problems.filter((problem) => !isSecret(problem)), ...dropOverlapping([...problems.filter(isSecret), ...layered])];
}

/** Most documents can be ruled out before the code that reads them is loaded. */
const documents: ReadonlySet<string> = new Set(['json', 'terraform', 'yaml']);

const isRuledOut = (entry: ScannerEntry | undefined, { text, rows = [] }: SourceFile, detect: Detect): boolean =>
  entry !== undefined && documents.has(entry.id) && !detect.mayHold(text) && !mayHoldPolicy(text) && !mayRefer(text) && rows.length === 0;

function findScanner(path: string): ScannerEntry | undefined {
  const common = getCommonFormat(path);
  return scanners.find(({ id, handles }) => id !== 'text' && (common === undefined ? handles(path) : id === common));
}

async function scanText(source: SourceFile, detect: Detect, settings: ScanSettings): Promise<ScanResult> {
  const entry = findScanner(source.path);
  if (isRuledOut(entry, source, detect)) return { problems: [], unread: [] };
  try {
    const scanner = (await entry?.load()) ?? textScanner;
    return await scanner.scan(source, detect, settings);
  } catch (error) {
    // found where nothing has to be followed; a walk of a deep tree runs out of its stack
    if (error instanceof RangeError && entry !== undefined) return { problems: (await textScanner.scan(source, detect, settings)).problems, unread: [{ reason: 'nested more deeply than its reader can follow: searched as text only; mend it or put it under "ignore"' }] };
    // a bug in a scanner costs its findings, not the token formats, and is said
    const problems = detect.tokens(source.text).map((match) => toSecretProblem(match));
    return { problems, unread: [{ reason: `the ${entry?.id ?? 'text'} scanner failed (${getErrorName(error)}); searched for token formats only; please report this` }] };
  }
}

/** The message of an unforeseen error may quote the file. */
const getErrorName = (error: unknown): string => (error instanceof Error ? error.name : getErrorMessage(typeof error));

/** Among arbitrary bytes and in what no person wrote, only formats with a mark of their own mean anything. */
export function scanTokens({ text }: SourceFile, { marked }: Pick<Detects, 'marked'>, isBinary: boolean): ScanResult {
  const matches = marked().tokens(text).filter(({ isUrlPassword }) => !isBinary || !isUrlPassword);
  return { problems: dropOverlapping(matches.map((match) => toSecretProblem(match))), unread: [] };
}

/** As text: a parser would take long, and a flow of secrets through a bundle tells nobody where to mend it. */
export const scanBundle = (source: SourceFile, { all, marked }: Pick<Detects, 'all' | 'marked'>): ScanResult => ({ problems: findTextSecrets(source, { ...marked(), named: all.named }), unread: [] });
