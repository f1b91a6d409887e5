import type { Candidate, Detect, Match, Place } from '../core/detect.ts';
import { getNameKind, isVagueName } from '../core/names.ts';
import { isLocalePath, isTestPath } from '../core/paths.ts';
import type { Problem } from '../core/problem.ts';
import { isInside, type Range } from '../core/range.ts';
import { getItemsInside } from '../core/range-list.ts';
import { Secret } from '../core/secret.ts';
import { dropOverlapping, toSecretProblem } from '../core/secret-problem.ts';
import { weighInTests } from '../core/test-severity.ts';
import { classifyValue } from '../core/value.ts';
import { getCdkSite, isCdkProgram } from './cdk-site.ts';
import { getHolder, type Holder } from './holder.ts';
import type { ProgramSource } from './module-facts.ts';
import { getJavaScriptSite } from './site.ts';
import { getStaticString, toSourceRange, type StaticString } from './strings.ts';
import { walk, type Node } from './walk.ts';

/** Finds secrets written as literals in a program; comments are searched for token formats too. */
export function findHardcodedSecrets(source: ProgramSource, detect: Detect): Problem[] {
  const tokens = detect.tokens(source.text);
  const place = getPlace(source.path);
  const problems: Problem[] = [];
  walk(source.program, (node, ancestors) => {
    if (isNoValue(node, ancestors)) return false;
    if (!isString(node)) return undefined;
    problems.push(...getStringProblems({ source, node, ancestors, detect, tokens, place }));
    // templates hold expressions that may hold strings of their own
    return node.type === 'TemplateLiteral' || node.type === 'BinaryExpression' ? undefined : false;
  });
  return dropOverlapping([...problems, ...tokens.map((token) => toSecretProblem(token))]).map((problem) => weighInTests(problem, source));
}

interface Context {
  readonly source: ProgramSource;
  readonly node: Node;
  readonly ancestors: readonly Node[];
  readonly detect: Detect;
  readonly tokens: readonly Match[];
  readonly place: Place;
}

function getPlace(path: string): Place {
  if (isTestPath(path)) return 'test';
  return isLocalePath(path) ? 'text' : 'code';
}

/** Types, import paths and property names hold no secret of the program. */
function isNoValue(node: Node, ancestors: readonly Node[]): boolean {
  const parent = ancestors.at(-1);
  if (parent === undefined || node.type !== 'Literal') return node.type === 'TSLiteralType' || node.type === 'TSTypeAnnotation' || node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration';
  if (/^(?:Import|Export(?:All|Named)|TSExternalModule)/u.test(parent.type) || parent.type === 'TSImportType') return true;
  return (parent.type === 'Property' || parent.type === 'PropertyDefinition') && parent.key === node && !parent.computed;
}

const isString = (node: Node): boolean =>
  (node.type === 'Literal' && typeof node.value === 'string' && node.value.length > 2) || node.type === 'TemplateLiteral' || (node.type === 'BinaryExpression' && node.operator === '+');

function getStringProblems(context: Context): Problem[] {
  const { node, ancestors, source } = context;
  // parts of a concatenation are judged with the whole
  const parent = ancestors.at(-1);
  if (parent?.type === 'BinaryExpression' && parent.operator === '+') return [];
  const inside = getItemsInside(context.tokens, node.range);
  if (inside.length === 0 && !isWorthReading(context)) return [];
  const string = getStaticString(node, source.text);
  if (string === undefined) return [];
  const found = getMatches(context, string, inside);
  const holder = getHolder(node, ancestors, context.place);
  return found.map(({ match, textRange }) =>
    toSecretProblem(match, {
      subject: toSubject(holder, match),
      site: isCdkProgram(source)
        ? getCdkSite({ source, node, ancestors, isWhole: node.type !== 'BinaryExpression' && !string.hasHoles && (match.isWholeValue || (textRange[0] === 0 && textRange[1] === string.text.length)) })
        : getJavaScriptSite(source, node, ancestors, string, match, textRange),
    }),
  );
}

/** Most strings of a program are neither put together nor named like a secret. */
function isWorthReading({ node, ancestors, place }: Context): boolean {
  if (node.type === 'BinaryExpression') return true;
  if (node.type === 'Literal' && typeof node.value === 'string' && authorization.test(node.value)) return true;
  if (node.type === 'TemplateLiteral' && node.quasis.some((quasi) => quasi.value.raw.includes('\\') || authorization.test(quasi.value.raw))) return true;
  if (node.type === 'Literal' && 'raw' in node && node.raw.includes('\\')) return true;
  const holder = getHolder(node, ancestors, place);
  return holder !== undefined && (holder.place === 'sink' || getNameKind(holder.name) !== undefined);
}

interface Found {
  readonly match: Match;
  /** In the string's own text. */
  readonly textRange: Range;
}

function getMatches(context: Context, string: StaticString, inside: readonly Match[]): Found[] {
  const exact = context.detect.tokens(string.text).map((match) => ({ match: { ...match, range: toSourceRange(string, match.range) }, textRange: match.range }));
  if (exact.length > 0) return exact;
  // a format that is recognised by the name before the literal
  const [named] = inside;
  if (named !== undefined) return [{ match: named, textRange: toTextRange(string, named.range) }];
  const header = getHeaderMatch(string);
  if (header !== undefined) return [header];
  return getNamedMatch(context, string);
}

function toTextRange(string: StaticString, range: Range): Range {
  const start = string.parts.find((part) => isInside(range, [part.sourceStart, part.sourceStart + part.raw.length]));
  if (start === undefined) return [0, string.text.length];
  const offset = start.start + range[0] - start.sourceStart;
  return [offset, offset + range[1] - range[0]];
}

const authorization = /^(?:Bearer|Basic|Token|token|ApiKey|Bot) +\S{12}/u;

/** `Authorization: Bearer …` (RFC 9110, section 11.6.2). */
function getHeaderMatch(string: StaticString): Found | undefined {
  const found = /^(?<scheme>(?:Bearer|Basic|Token|token|ApiKey|Bot) +)(?<secret>[\w.~+/=-]{12,2048})$/u.exec(string.text);
  const value = found?.groups?.['secret'] ?? '';
  if (found === null || string.hasHoles || classifyValue(value) !== 'opaque') return undefined;
  const start = found.groups?.['scheme']?.length ?? 0;
  const textRange = [start, start + value.length] as const;
  return {
    match: { detectorId: 'authorization-header', title: 'a credential of an authorization header', severity: 'high', range: toSourceRange(string, textRange), secret: new Secret(value), isUrlPassword: false, isWholeValue: false },
    textRange,
  };
}

function getNamedMatch({ node, ancestors, detect, place }: Context, string: StaticString): Found[] {
  const holder = getHolder(node, ancestors, place);
  if (holder === undefined || string.hasHoles) return [];
  const textRange = [0, string.text.length] as const;
  const match = detect.named({ ...toCandidate(holder, string.text), range: toSourceRange(string, textRange) });
  return match === undefined ? [] : [{ match, textRange }];
}

const toCandidate = (holder: Holder, value: string): Omit<Candidate, 'range'> => ({ name: holder.name, path: holder.path, value, place: holder.place });

function toSubject(holder: Holder | undefined, match: Match): { name: string; path: readonly string[] } {
  if (holder !== undefined && !isVagueName(holder.name)) return { name: holder.name, path: holder.path };
  return { name: match.detectorId, path: holder === undefined ? [] : [...holder.path, holder.name] };
}
