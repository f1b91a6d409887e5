import type { Config } from './core/config.ts';
import { createCustomDetect, hasCustom, type Custom } from './core/custom-detect.ts';
import type { Detect } from './core/detect.ts';
import { getOrigin, isBelievable } from './core/generated.ts';
import { findLayeredSecrets } from './core/layered-secrets.ts';
import type { Problem, ScanResult, Unread } from './core/problem.ts';
import type { ReadGrant } from './core/read-grant.ts';
import type { Reference } from './core/reference.ts';
import type { ScannerEntry, SourceFile } from './core/scanner.ts';
import { dropOverlapping, toSecretProblem } from './core/secret-problem.ts';
import { isOnlyShown, weighInTests } from './core/test-severity.ts';
import { detectors } from './detectors/index.ts';
import { findMentions, type Mention } from './grants/mentions.ts';
import { mayHoldPolicy } from './iam/policy.ts';
import { decode, type Decoded } from './io/decode.ts';
import { getErrorMessage } from './io/errors.ts';
import { getPackageFacts } from './io/project.ts';
import { commonFormats, isOrdinaryPath } from './core/formats.ts';
import { findDeclaredNames } from './references/declared.ts';
import { mayRefer } from './references/may-refer.ts';
import { scanners } from './scanners/index.ts';
import { findTextSecrets, text as textScanner } from './scanners/text.ts';

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
}

/** The formats that are looked for; in what no person wrote, only those with a mark of their own. */
interface Detects {
  readonly all: Detect;
  readonly marked: () => Detect;
}

function createDetects(custom: Custom): Detects {
  let marked: Detect | undefined;
  return {
    all: createCustomDetect(detectors, custom),
    marked: () => (marked ??= { ...createCustomDetect(detectors.filter(({ anchors }) => anchors !== undefined), custom), named: () => undefined }),
  };
}

const usual = createDetects({ formats: [] });
const ofConfigs = new WeakMap<Config, Detects>();

function getDetects(config: Config): Detects {
  if (!hasCustom(config)) return usual;
  const known = ofConfigs.get(config) ?? createDetects(config);
  ofConfigs.set(config, known);
  return known;
}

/** Bytes in, problems out. `root` is where `package.json` files are looked for. */
export async function scanBytes(root: string, path: string, bytes: Uint8Array, config: Config): Promise<ScannedFile> {
  const decoded = decode(bytes);
  const detects = getDetects(config);
  const source: SourceFile = {
    path,
    text: decoded.text,
    rows: isOrdinaryPath(path) ? [] : (await import('./settings/file-rows.ts')).getFileRows(path),
    // few files are ever asked
    get moduleType() {
      return getPackageFacts(root, path).moduleType;
    },
  };
  const origin = decoded.isBinary ? undefined : getOrigin(path, decoded.text);
  const isDense = decoded.isBinary || (origin !== undefined && origin !== 'code');
  const result: ScanResult = origin === 'bundle' ? scanBundle(source, detects) : isDense ? scanTokens(source, detects, decoded.isBinary) : await scanText(source, detects.all, config);
  const layered = findLayeredSecrets(source, isDense ? detects.marked() : detects.all);
  const problems = addApart(result.problems, layered).filter((problem) => config.rules[problem.ruleId] !== 'off' && isBelievable(problem, source.text, origin) && !isOnlyShown(problem, source)).map((problem) => weighInTests(problem, source)).sort((a, b) => a.range[0] - b.range[0]);
  return { source, bytes, decoded, problems, references: result.references ?? [], grants: result.grants ?? [], mentions: decoded.isBinary ? [] : findMentions(path, source.text), declared: mayRefer(source.text) ? findDeclaredNames(source.text) : [], unread: result.unread };
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
  const common = commonFormats[path.slice(path.lastIndexOf('.') + 1)];
  return scanners.find(({ id, handles }) => id !== 'text' && (common === undefined ? handles(path) : id === common));
}

async function scanText(source: SourceFile, detect: Detect, config: Config): Promise<ScanResult> {
  const entry = findScanner(source.path);
  if (isRuledOut(entry, source, detect)) return { problems: [], unread: [] };
  try {
    const scanner = (await entry?.load()) ?? textScanner;
    return await scanner.scan(source, detect, config);
  } catch (error) {
    // a bug in a scanner costs its findings, not the token formats, and is said
    const problems = detect.tokens(source.text).map((match) => toSecretProblem(match));
    return { problems, unread: [{ reason: `the ${entry?.id ?? 'text'} scanner failed (${error instanceof RangeError ? 'nested too deeply' : getErrorName(error)}); searched for token formats only; please report this` }] };
  }
}

/** The message of an unforeseen error may quote the file. */
const getErrorName = (error: unknown): string => (error instanceof Error ? error.name : getErrorMessage(typeof error));

/** Among arbitrary bytes and in what no person wrote, only formats with a mark of their own mean anything. */
function scanTokens({ text }: SourceFile, { marked }: Detects, isBinary: boolean): ScanResult {
  const matches = marked().tokens(text).filter(({ isUrlPassword }) => !isBinary || !isUrlPassword);
  return { problems: dropOverlapping(matches.map((match) => toSecretProblem(match))), unread: [] };
}

/** As text: a parser would take long, and a flow of secrets through a bundle tells nobody where to mend it. */
const scanBundle = (source: SourceFile, { all, marked }: Detects): ScanResult => ({ problems: findTextSecrets(source, { ...marked(), named: all.named }), unread: [] });
