import type { Detect, Match, Place } from '../core/detect.ts';
import { getNameKind, isVagueName } from '../core/names.ts';
import { isLocalePath, isTestPath } from '../core/paths.ts';
import type { Problem } from '../core/problem.ts';
import { isInside, isOverlapping, type Range } from '../core/range.ts';
import { Secret } from '../core/secret.ts';
import { toSecretProblem } from '../core/secret-problem.ts';
import { classifyValue } from '../core/value.ts';
import { getHolder, type Holder } from './holder.ts';
import type { Expression, Module, Node } from './nodes.ts';
import { createSites, type Sites } from './site.ts';
import { getStaticString, isJoined, toSourceRange, type StaticString } from './strings.ts';
import { walk } from './walk.ts';

/** A parsed file. */
export interface PythonSource {
  readonly module: Module;
  readonly text: string;
  /** Relative, with forward slashes. */
  readonly path: string;
}

/** Finds secrets written as literals in a program; comments and docstrings are searched for token formats. */
export function findHardcodedSecrets(source: PythonSource, detect: Detect): Problem[] {
  const tokens = detect.tokens(source.text);
  const shared = { source, detect, tokens, place: getPlace(source.path), sites: createSites(source) };
  const problems: Problem[] = [];
  walk(source.module, (node, ancestors) => {
    if (isNoValue(node, ancestors)) return false;
    if (node.type === 'Str' || (node.type === 'Operation' && isJoined(node))) problems.push(...getStringProblems({ ...shared, node, ancestors }));
    return undefined;
  });
  return withTheRest(problems, tokens);
}

/** Literals are met in the order of the text, and so are the formats; each is looked at once. */
function withTheRest(problems: Problem[], tokens: readonly Match[]): Problem[] {
  const sorted = problems.toSorted((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
  const kept: Problem[] = [];
  for (const problem of sorted) {
    const last = kept.at(-1);
    if (last === undefined || !isOverlapping(last.range, problem.range)) kept.push(problem);
  }
  let index = 0;
  const elsewhere = tokens.filter(({ range }) => {
    while ((kept[index]?.range[1] ?? Infinity) <= range[0]) index++;
    const next = kept[index];
    return next === undefined || !isOverlapping(next.range, range);
  });
  return [...kept, ...elsewhere.map((token) => toSecretProblem(token))].sort((a, b) => a.range[0] - b.range[0]);
}

interface Context {
  readonly source: PythonSource;
  readonly node: Expression;
  readonly ancestors: readonly Node[];
  readonly detect: Detect;
  readonly tokens: readonly Match[];
  readonly place: Place;
  readonly sites: Sites;
}

function getPlace(path: string): Place {
  if (isTestPath(path)) return 'test';
  return isLocalePath(path) ? 'text' : 'code';
}

/** Annotations hold no secret of the program. */
function isNoValue(node: Node, ancestors: readonly Node[]): boolean {
  const parent = ancestors.at(-1);
  return (parent?.type === 'Assign' || parent?.type === 'Parameter') && parent.annotation === node;
}

function getStringProblems(context: Context): Problem[] {
  const { node, ancestors, source, sites } = context;
  // parts of a concatenation are judged with the whole
  const parent = ancestors.at(-1);
  if (parent?.type === 'Operation' && isJoined(parent)) return [];
  const inside = getInside(context.tokens, node.range);
  if (inside.length === 0 && !isWorthReading(context)) return [];
  const string = getStaticString(node, source.text);
  if (string === undefined) return [];
  const holder = getHolder(node, ancestors, context.place);
  return getMatches(context, string, inside, holder).map(({ match, textRange }) =>
    toSecretProblem(match, { subject: toSubject(holder, match), site: sites.get({ node, ancestors, string, match, textRange }) }),
  );
}

/** The formats are ordered by place. */
function getInside(tokens: readonly Match[], range: Range): Match[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.range[0] ?? 0) < range[0]) low = middle + 1;
    else high = middle;
  }
  const inside: Match[] = [];
  for (let index = low; (tokens[index]?.range[0] ?? Infinity) < range[1]; index++) {
    const token = tokens[index];
    if (token !== undefined && token.range[1] <= range[1]) inside.push(token);
  }
  return inside;
}

/** Most strings of a program are neither put together nor named like a secret. */
function isWorthReading({ node, ancestors, place }: Context): boolean {
  if (node.type !== 'Str' || node.tokens.length > 1) return true;
  const text = node.tokens[0]?.text ?? '';
  if (text.length < 3) return false;
  if (text.includes('\\') || authorization.test(text)) return true;
  const holder = getHolder(node, ancestors, place);
  return holder !== undefined && (holder.place === 'sink' || getNameKind(holder.name) !== undefined);
}

interface Found {
  readonly match: Match;
  /** In the string's own text. */
  readonly textRange: Range;
}

function getMatches({ detect, source }: Context, string: StaticString, inside: readonly Match[], holder: Holder | undefined): Found[] {
  const exact = detect.tokens(string.text).map((match) => ({ match: { ...match, range: toSourceRange(string, match.range, source.text) }, textRange: match.range }));
  if (exact.length > 0) return exact;
  // a format that is recognised by the name before the literal
  const [named] = inside;
  if (named !== undefined) return [{ match: named, textRange: toTextRange(string, named.range) }];
  const header = getHeaderMatch(string, source.text);
  if (header !== undefined) return [header];
  return getNamedMatch(detect, string, holder, source.text);
}

function toTextRange(string: StaticString, range: Range): Range {
  const part = string.parts.find(({ token, source }) => token !== undefined && isInside(range, source));
  if (part === undefined) return [0, string.text.length];
  const start = part.start + range[0] - part.source[0];
  return [start, Math.min(start + range[1] - range[0], part.end)];
}

const authorization = /^(?:Bearer|Basic|Token|token|ApiKey|Bot) +\S{12}/u;

/** `Authorization: Bearer …` (RFC 9110, section 11.6.2). */
function getHeaderMatch(string: StaticString, source: string): Found | undefined {
  const found = /^(?<scheme>(?:Bearer|Basic|Token|token|ApiKey|Bot) +)(?<secret>[\w.~+/=-]{12,2048})$/u.exec(string.text);
  const value = found?.groups?.['secret'] ?? '';
  if (found === null || string.hasHoles || classifyValue(value) !== 'opaque') return undefined;
  const start = found.groups?.['scheme']?.length ?? 0;
  const textRange = [start, start + value.length] as const;
  const match: Match = {
    detectorId: 'authorization-header',
    title: 'a credential of an authorization header',
    severity: 'high',
    range: toSourceRange(string, textRange, source),
    secret: new Secret(value),
    isUrlPassword: false,
    isWholeValue: false,
  };
  return { match, textRange };
}

function getNamedMatch(detect: Detect, string: StaticString, holder: Holder | undefined, source: string): Found[] {
  if (holder === undefined || string.hasHoles || string.text.length < 4) return [];
  const textRange = [0, string.text.length] as const;
  const { name, path, place } = holder;
  const match = detect.named({ name, path, place, value: string.text, range: toSourceRange(string, textRange, source) });
  return match === undefined ? [] : [{ match, textRange }];
}

function toSubject(holder: Holder | undefined, match: Match): { name: string; path: readonly string[] } {
  if (holder !== undefined && !isVagueName(holder.name)) return { name: holder.name, path: holder.path };
  return { name: match.detectorId, path: holder === undefined ? [] : [...holder.path, holder.name] };
}
