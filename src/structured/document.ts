/**
 * What the scanners of structured formats share: they turn a file into trees (`core/tree.ts`) and hand these over. Pure, as
 * `iam/` is: no parser and no world here, so that JSON and YAML give the same findings for the same document.
 */
import type { Detect, Match } from '../core/detect.ts';
import type { FileFormat } from '../core/file-format.ts';
import { isTestPath } from '../core/paths.ts';
import type { Problem, ScanResult } from '../core/problem.ts';
import { isInside, isOverlapping } from '../core/range.ts';
import { toSecretProblem } from '../core/secret-problem.ts';
import { getKeys, isCursorOn, walkTree, type Cursor, type ScalarTree, type Tree } from '../core/tree.ts';
import { findReadGrants } from './grants.ts';
import { findNamedValues, getSubject } from './named-values.ts';
import { findPolicyProblems } from './policies.ts';
import { findReferences } from './references.ts';
import { getSite } from './sites.ts';
import { noReferences } from '../references/found.ts';
import type { Asked } from '../core/scanner.ts';

export interface StructuredFile {
  readonly path: string;
  readonly text: string;
  readonly format: 'json' | 'yaml';
  /** As in `SourceFile`. */
  readonly rows?: readonly FileFormat[];
  /** What is looked for; everything where it is not said. */
  readonly asked?: Asked | undefined;
}

const everything: Asked = { secret: true, log: true, policy: true, reference: true };

/** Everything that is found in the documents of a file. */
export function readDocuments(file: StructuredFile, roots: readonly Tree[], detect: Detect): Required<Pick<ScanResult, 'problems' | 'references' | 'grants'>> {
  const { policy, reference } = file.asked ?? everything;
  const problems = findDocumentProblems(file, roots, detect);
  if (isTestPath(file.path)) return { problems, references: [], grants: [] };
  const referring = reference ? findReferences(file, roots) : noReferences;
  return { problems: [...problems, ...referring.problems], references: referring.references, grants: policy || reference ? findReadGrants(file, roots) : [] };
}

/** Secrets and grants of all documents of a file. */
export function findDocumentProblems(file: StructuredFile, roots: readonly Tree[], detect: Detect): Problem[] {
  const { secret, policy } = file.asked ?? everything;
  const secrets = secret ? findSecrets(file, roots, detect) : [];
  const grants = policy ? roots.flatMap((root) => findPolicyProblems(file, root)) : [];
  return [...secrets, ...grants].sort((a, b) => a.range[0] - b.range[0]);
}

function findSecrets(file: StructuredFile, roots: readonly Tree[], detect: Detect): Problem[] {
  const scalars = roots.flatMap(getScalars);
  const tokens = placeTokens(detect.tokens(file.text), scalars);
  // tokens come first: they say more than a name does
  const named = roots.flatMap((root) => findNamedValues(file, root, detect)).filter(({ match }) => !isCovered(match, tokens));
  const found = [...tokens, ...named];
  const isFound = (tree: Tree): boolean => found.some(({ match }) => isOverlapping(match.range, tree.range));
  return found.map((secret) => toProblem(secret, file, roots, isFound));
}

/** A secret with the scalar that holds it; token formats also stand in comments. */
export interface FoundSecret {
  readonly match: Match;
  readonly cursor: Cursor<ScalarTree> | undefined;
  /** Where the value's own text names it: `- DB_PASSWORD=…`. */
  readonly name?: string;
}

const getScalars = (root: Tree): Cursor<ScalarTree>[] => [...walkTree(root)].filter((cursor) => isCursorOn(cursor, 'scalar'));

function placeTokens(matches: readonly Match[], scalars: readonly Cursor<ScalarTree>[]): FoundSecret[] {
  const ordered = [...scalars].sort((a, b) => a.node.range[0] - b.node.range[0]);
  return matches.map((match) => {
    const cursor = findLastBefore(ordered, match.range[0]);
    return { match, cursor: cursor !== undefined && isInside(match.range, cursor.node.range) ? cursor : undefined };
  });
}

function findLastBefore(ordered: readonly Cursor<ScalarTree>[], offset: number): Cursor<ScalarTree> | undefined {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.node.range[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return ordered[low - 1];
}

const isCovered = ({ range }: Match, tokens: readonly FoundSecret[]): boolean => tokens.some(({ match }) => isOverlapping(match.range, range));

function toProblem({ match, cursor, name }: FoundSecret, file: StructuredFile, roots: readonly Tree[], isFound: (tree: Tree) => boolean): Problem {
  if (cursor === undefined) return toSecretProblem(match);
  const isWhole = match.range[0] <= cursor.node.content[0] && match.range[1] >= cursor.node.content[1];
  const site = getSite({ cursor, file, isWhole, isFound, match, roots });
  const inner = name ?? getItemName(cursor);
  // a parameter of .NET holds the whole setting
  const subject = inner === undefined || site?.carrier === 'dotnet' ? getSubject(cursor) : { name: inner, path: getKeys(cursor) };
  return toSecretProblem(match, { subject, site });
}

/** `- NAME=value` */
const getItemName = ({ key, node }: Cursor<ScalarTree>): string | undefined => (key === undefined ? /^[A-Za-z_]\w{0,100}(?==)/u.exec(node.text)?.[0] : undefined);
