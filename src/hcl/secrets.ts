import { findAssignments } from '../core/assignments.ts';
import type { Detect, Match, Place } from '../core/detect.ts';
import { getNameKind, splitWords } from '../core/names.ts';
import { isLocalePath, isTestPath } from '../core/paths.ts';
import type { Problem, Subject } from '../core/problem.ts';
import { isOverlapping, type Range } from '../core/range.ts';
import { getItemAround } from '../core/range-list.ts';
import type { SourceFile } from '../core/scanner.ts';
import { toSecretProblem } from '../core/secret-problem.ts';
import { classifyValue } from '../core/value.ts';
import { getContainerSite } from './containers.ts';
import { getTerraformSite } from './site.ts';
import type { Body } from './syntax.ts';
import { getKeys, getNameBeside, isOn, walkBody, type HclCursor, type TextCursor } from './walk.ts';

/** Token formats, and literals under names of secrets. */
export function findHclSecrets(file: SourceFile, root: Body, detect: Detect): Problem[] {
  const texts = [...walkBody(root, file.text)].filter((cursor) => isOn(cursor, 'text'));
  const tokens = placeTokens(detect.tokens(file.text), texts);
  const place: Place = isLocalePath(file.path) ? 'text' : isTestPath(file.path) ? 'test' : 'setting';
  const named = texts.flatMap((cursor) => judge(cursor, file.text, place, detect)).filter(({ match }) => !tokens.some((token) => isOverlapping(token.match.range, match.range)));
  const found = [...tokens, ...named];
  const isFound = (range: Range): boolean => found.some(({ match }) => isOverlapping(match.range, range));
  return found.map((secret) => toProblem(secret, file, root, isFound));
}

interface Found {
  readonly match: Match;
  readonly cursor: TextCursor | undefined;
  /** Where the value's own text names it. */
  readonly name?: string;
}

/** What a heredoc embeds is nearer than the heredoc. */
function placeTokens(matches: readonly Match[], texts: readonly TextCursor[]): Found[] {
  const ordered = [...texts].sort((a, b) => a.node.range[0] - b.node.range[0]);
  const layers = [false, true].map((isHeredoc) => ordered.filter(({ node }) => node.isHeredoc === isHeredoc));
  return matches.map((match) => ({ match, cursor: layers.map((layer) => getItemAround(layer, match.range, ({ node }) => node.content)).find((cursor) => cursor !== undefined) }));
}

function judge(cursor: TextCursor, text: string, place: Place, detect: Detect): Found[] {
  const { node } = cursor;
  const subject = getSubject(cursor);
  // items of a list are mostly names of secrets
  if (subject === undefined || (cursor.key === undefined && isOn(cursor.parent, 'object')) || node.isHeredoc || node.hasHoles || isOn(cursor.parent, 'tuple') || !becomesValue(cursor, text)) return judgeInner(cursor, text, place, detect);
  if (isLabel(subject.name, node.text)) return [];
  const match = detect.named({ ...subject, value: node.text.trim(), range: node.content, place });
  return match === undefined ? judgeInner(cursor, text, place, detect) : [{ match, cursor }];
}

/** Not what is compared, an index, or an argument that chooses: `random_password.user["shop"].result`. */
function becomesValue({ node, parent }: HclCursor, text: string): boolean {
  if (parent === undefined) return true;
  if (isOn(parent, 'call') && !givesArgument.test(parent.node.name)) return false;
  if (isOn(parent, 'other') && !/[?:][ \t]*$|[?:]\s*\([ \t]*$/u.test(text.slice(Math.max(0, node.range[0] - 40), node.range[0]))) return node.range[0] === parent.node.range[0] && becomesValue(parent, text);
  return becomesValue(parent, text);
}

/** Functions whose value is made of their arguments. */
const givesArgument = /^(?:coalesce(?:list)?|try|sensitive|nonsensitive|lookup|merge|tomap|tostring|jsonencode|yamlencode|base64encode|urlencode|chomp|trimspace|concat|tolist|toset)$/u;

/** Names of objects and variables that hold the secret. */
const isLabel = (name: string, value: string): boolean =>
  getNameKind(name) === 'secret' && classifyValue(value) === 'identifier' && (/^[a-z][a-z\d.-]*$|^[a-z]+(?:_[a-z]+){0,3}_(?:token|secret|key|credentials)$|^[A-Z][A-Z\d_]*$/u.test(value) || splitWords(name)[0] === 'existing');

/** `NAME=value` in scripts and lists. */
function judgeInner(cursor: TextCursor, text: string, place: Place, detect: Detect): Found[] {
  const [start] = cursor.node.content;
  const raw = text.slice(...cursor.node.content);
  if (!raw.includes('=')) return [];
  return [...findAssignments(raw, { bare: true })].flatMap(({ name, nameRange, value, range }) => {
    if (!/^[A-Z][A-Z\d_]*$/u.test(name) || raw.charAt(nameRange[1]) !== '=' || /^[$`]/u.test(value)) return [];
    const match = detect.named({ name, path: [], value, range: [range[0] + start, range[1] + start], place });
    return match === undefined ? [] : [{ match: { ...match, isWholeValue: false }, cursor, name }];
  });
}

/** What the value is called, and what stands around it: the resource, the keys. */
function getSubject(cursor: TextCursor): Subject | undefined {
  const keys = getKeys(cursor);
  const outer = cursor.blocks.flatMap(({ type, labels }, index) => (index === 0 ? labels : [type]));
  const [top] = cursor.blocks;
  if (top?.type === 'variable' && keys.length === 1 && keys[0] === 'default') return { name: top.labels[0] ?? '', path: [] };
  const beside = getNameBeside(cursor);
  const name = beside ?? keys.at(-1);
  return name === undefined ? undefined : { name, path: [...outer, ...keys.slice(0, -1)] };
}

function toProblem({ match, cursor, name }: Found, file: SourceFile, root: Body, isFound: (range: Range) => boolean): Problem {
  if (cursor === undefined) return toSecretProblem(match);
  const site = getContainerSite(cursor, file.text, match, isFound) ?? getTerraformSite(cursor, file, root, match);
  return toSecretProblem(match, { subject: name === undefined ? getSubject(cursor) : { name, path: getKeys(cursor) }, site });
}
