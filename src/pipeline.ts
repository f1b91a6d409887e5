import { createDetect } from './core/detect.ts';
import type { Config } from './core/config.ts';
import { toFindings, type Finding } from './core/finding.ts';
import { gatherKnowledge, planRemedies, settle, type Knowledge } from './core/plan.ts';
import type { Problem, Unread } from './core/problem.ts';
import type { SourceFile } from './core/scanner.ts';
import { dropOverlapping, toSecretProblem } from './core/secret-problem.ts';
import type { ParameterStore } from './core/store.ts';
import { detectors } from './detectors/index.ts';
import { decode, type Decoded } from './io/decode.ts';
import { getErrorMessage } from './io/errors.ts';
import { getPackageFacts } from './io/project.ts';
import { remedies } from './remedies/index.ts';
import { scanners } from './scanners/index.ts';
import { text as textScanner } from './scanners/text.ts';

/** A file with its problems. */
export interface ScannedFile {
  readonly source: SourceFile;
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
  readonly problems: readonly Problem[];
  readonly unread: readonly Unread[];
}

const detect = createDetect(detectors);

/** Bytes in, problems out. `root` is where `package.json` files are looked for. */
export async function scanBytes(root: string, path: string, bytes: Uint8Array, config: Config): Promise<ScannedFile> {
  const decoded = decode(bytes);
  const { moduleType } = /\.[jt]sx?$/u.test(path) ? getPackageFacts(root, path) : {};
  const source: SourceFile = { path, text: decoded.text, ...(moduleType === undefined ? {} : { moduleType }) };
  const result = decoded.isBinary ? scanBinary(source) : await scanText(source, config);
  const problems = result.problems.filter(({ ruleId }) => config.rules[ruleId] !== 'off').sort((a, b) => a.range[0] - b.range[0]);
  return { source, bytes, decoded, problems, unread: result.unread };
}

async function scanText(source: SourceFile, config: Config) {
  const scanner = scanners.find((candidate) => candidate !== textScanner && candidate.handles(source.path)) ?? textScanner;
  try {
    return await scanner.scan(source, detect, config);
  } catch (error) {
    // a bug in a scanner costs its findings, not the token formats, and is said
    const problems = detect.tokens(source.text).map((match) => toSecretProblem(match));
    return { problems, unread: [{ reason: `the ${scanner.id} scanner failed (${error instanceof RangeError ? 'nested too deeply' : getErrorName(error)}); searched for token formats only; please report this` }] };
  }
}

/** The message of an unforeseen error may quote the file. */
const getErrorName = (error: unknown): string => (error instanceof Error ? error.name : getErrorMessage(typeof error));

/** Among arbitrary bytes only formats with a mark of their own mean anything. */
function scanBinary(source: SourceFile): { problems: Problem[]; unread: Unread[] } {
  const matches = detect.tokens(source.text).filter(({ detectorId }) => detectorId !== 'url-password' && detectorId !== 'aws-secret-access-key');
  return { problems: dropOverlapping(matches.map((match) => toSecretProblem(match))), unread: [] };
}

/** What the remedies of a run are made from. */
export interface Planning {
  readonly root: string;
  readonly config: Config;
  readonly knowledge: Knowledge;
}

/** Asks the store once for all files. */
export const askStore = (files: readonly ScannedFile[], store: ParameterStore, config: Config): Promise<Knowledge> =>
  gatherKnowledge(files.flatMap(({ problems }) => problems), store, config);

/** The findings of a file, each with its way out. */
export const resolveFile = (file: ScannedFile, planning: Planning): Finding[] =>
  toFindings(file.source, file.problems).map((finding) => addRemedy(finding, file, planning));

function addRemedy(finding: Finding, { source, decoded }: ScannedFile, { root, config, knowledge }: Planning): Finding {
  if (decoded.encoding !== 'utf-8') return { ...finding, remedy: { state: 'none', reason: `the file is ${decoded.encoding} and is not written; save it as UTF-8 first`, near: [] } };
  const { moduleType, dependencies } = getPackageFacts(root, source.path);
  const outcomes = planRemedies({
    problem: finding.problem,
    text: source.text,
    path: source.path,
    project: { prefix: config.prefix, ...(moduleType === undefined ? {} : { moduleType }), ...(dependencies === undefined ? {} : { dependencies }) },
    naming: config,
    knowledge,
    remedies,
  });
  return { ...finding, remedy: settle(outcomes) };
}
