import type { Document, Node, Pair, Scalar } from 'yaml';
import type { Detect } from '../core/detect.ts';
import { formats } from '../core/formats.ts';
import type { ScanResult, Unread } from '../core/problem.ts';
import { getLineStarts, getPosition, type Range } from '../core/range.ts';
import type { Asked, Scanner, SourceFile } from '../core/scanner.ts';
import { dropOverlapping } from '../core/secret-problem.ts';
import { isCursorOn, maxDepth, walkTree, type Entry, type ScalarTree, type Tree } from '../core/tree.ts';
import { mayHoldPolicy } from '../iam/policy.ts';
import { mayRefer } from '../references/may-refer.ts';
import { telling } from '../shell/statements.ts';
import { readDocuments } from '../structured/document.ts';
import { findCommented } from '../structured/commented.ts';
import { findLooseSecrets } from '../structured/loose-text.ts';
import { findTextSecrets } from './text.ts';

/** YAML: settings, CloudFormation and SAM templates, serverless.yml, Kubernetes manifests, workflows. */
export const yaml: Scanner = {
  id: 'yaml',
  handles: formats.yaml,
  async scan(file, detect, settings) {
    if (settings?.asked === undefined ? !detect.mayHold(file.text) && !telling.test(file.text) && !mayHoldPolicy(file.text) && !mayRefer(file.text) && (file.rows ?? []).length === 0 : !Object.values(settings.asked).includes(true)) return { problems: [], unread: [] };
    if (isTemplate(file.text)) return { problems: findLooseSecrets(file, detect), unread: [] };
    if (file.text.length > maxLength || isTooDeep(file.text)) return { problems: findLooseSecrets(file, detect), unread: [{ reason: tooLarge }] };
    const result = await scanYaml(file, detect, settings?.asked);
    return isWithFiles(file.path) ? { ...result, problems: dropOverlapping([...result.problems, ...findTextSecrets(file, detect)]) } : result;
  },
};

/** Files of Elastic Beanstalk hold the text of other files. */
const isWithFiles = (path: string): boolean => /\.config$/iu.test(path);

/** The parser takes up to two seconds for a million characters. */
const maxLength = 2_000_000;

const tooLarge = `This YAML is larger than 2 million characters or nests more than ${String(maxDepth)} levels deep and was only searched as text: split it or leave it out of the scan.`;

/** Lines of Helm, Jinja, Go and ERB templates; an expression within quotes or after text on a value's line is YAML still. */
const isTemplate = (text: string): boolean => /^[ \t]*(?:-[ \t]+)?(?:\{\{(?!resolve:)|\{%|<%)|:[ \t]+(?:\{\{(?!resolve:)[^\n}]{0,400}\}\}|<%)/mu.test(text);

/**
 * Seen from above, before the parser is asked: it is recursive, and a regular expression that V8 compiles when the stack is
 * nearly full ends the process instead of throwing.
 */
function isTooDeep(text: string): boolean {
  if (/^(?:[ \t]*[-?:][ \t]){50}/mu.test(text)) return true;
  return getFlowDepth(text) > maxDepth || getIndentDepth(text) > maxDepth;
}

function getFlowDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if ((code === 0x5d || code === 0x7d) && depth > 0) depth--;
  }
  return deepest;
}

function getIndentDepth(text: string): number {
  const open: number[] = [];
  let deepest = 0;
  for (const [indent] of text.matchAll(/^[ ]*(?=[^\s])/gmu)) {
    while ((open.at(-1) ?? -1) >= indent.length) open.pop();
    open.push(indent.length);
    deepest = Math.max(deepest, open.length);
  }
  return deepest;
}

async function scanYaml(file: SourceFile, detect: Detect, asked: Asked | undefined): Promise<ScanResult> {
  const { parseAllDocuments, isAlias, isMap, isScalar, isSeq } = await import('yaml');
  const documents = parseAllDocuments(file.text, { uniqueKeys: false, merge: true, logLevel: 'silent', prettyErrors: false, strict: false });
  const read = Array.isArray(documents) ? documents : [];
  const roots: Tree[] = [];
  for (const document of read) {
    const anchors = new Map<string, Tree>();
    const root = document.contents === null ? undefined : toTree(document.contents, { text: file.text, anchors, isAlias, isMap, isScalar, isSeq });
    if (root !== undefined) roots.push(root, ...(await readEmbedded(root, file.text)));
  }
  const { problems, ...found } = readDocuments({ ...file, format: 'yaml', asked }, roots, detect);
  const broken = read.filter(({ errors }) => errors.length > 0);
  const commented = findCommented(file, detect);
  const all = commented.length === 0 ? problems : dropOverlapping([...problems, ...commented]);
  if (broken.length === 0) return { problems: all, ...found, unread: [] };
  const start = Math.min(...broken.map(({ range }) => range[0]));
  const loose = findLooseSecrets(file, detect).filter(({ range }) => range[0] >= start);
  return { problems: dropOverlapping([...all, ...loose]), ...found, unread: /\{\{|\{%|<%/u.test(file.text) ? [] : broken.map((document) => toUnread(document, file.text)) };
}

const toUnread = ({ errors }: Document.Parsed, text: string): Unread => ({
  reason: 'This is not valid YAML, so a part of it was only searched as text: correct it or leave it out of the scan.',
  line: getPosition(getLineStarts(text), errors[0]?.pos[0] ?? 0).line,
});

/** What the parser's nodes are told apart by, and the anchors that were closed so far. */
interface Reading {
  readonly text: string;
  readonly anchors: Map<string, Tree>;
  readonly isAlias: (typeof import('yaml'))['isAlias'];
  readonly isMap: (typeof import('yaml'))['isMap'];
  readonly isScalar: (typeof import('yaml'))['isScalar'];
  readonly isSeq: (typeof import('yaml'))['isSeq'];
}

function toTree(node: Node, reading: Reading): Tree {
  const tree = readNode(node, reading);
  if ('anchor' in node && node.anchor !== undefined) reading.anchors.set(node.anchor, tree);
  return tree;
}

function readNode(node: Node, reading: Reading): Tree {
  const range: Range = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
  const placed = { range, outer: getOuter(node, range, reading.text), ...getTag(node) };
  if (reading.isAlias(node)) {
    const target = reading.anchors.get(node.source);
    return { kind: 'alias', ...placed, ...(target === undefined ? {} : { target }) };
  }
  const isFlow = 'flow' in node && node.flow;
  if (reading.isMap(node)) {
    const entries = node.items.flatMap((pair) => toEntry(pair as Pair<Node, Node | null>, reading));
    return { kind: 'map', ...(isFlow ? placed : endAt(placed, entries.at(-1)?.value)), isFlow, entries };
  }
  if (reading.isSeq(node)) {
    const items = node.items.map((item) => toTree(item as Node, reading));
    return { kind: 'list', ...(isFlow ? placed : endAt(placed, items.at(-1))), isFlow, items };
  }
  return reading.isScalar(node) ? toScalar(node, placed, reading.text) : { kind: 'opaque', ...placed };
}

function toEntry({ key, value }: Pair<Node, Node | null>, reading: Reading): Entry[] {
  if (!reading.isScalar(key)) return [];
  const keyRange: Range = [key.range?.[0] ?? 0, key.range?.[1] ?? 0];
  const end: Range = [keyRange[1], keyRange[1]];
  // the parser gives a merge key (`<<`) a symbol for its value
  const name = typeof key.value === 'string' ? key.value : (key.source ?? '');
  return [{ key: name, keyRange, value: value === null ? { kind: 'opaque', range: end, outer: end } : toTree(value, reading) }];
}

/** The parser lets a block reach to the next line, over comments; here it ends with its last part. */
function endAt<P extends { readonly range: Range; readonly outer: Range }>(placed: P, last: Tree | undefined): P {
  return last === undefined ? placed : { ...placed, range: [placed.range[0], last.range[1]], outer: [placed.outer[0], last.range[1]] };
}

function toScalar(node: Scalar, placed: { range: Range; outer: Range; tag?: string }, text: string): ScalarTree {
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  const range = isBlock ? trimEnd(placed.range, text) : placed.range;
  const style = isBlock ? 'block' : node.type === 'QUOTE_DOUBLE' ? 'double' : isQuoted ? 'single' : 'plain';
  const value = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  const content: Range = isBlock ? getBlockContent(range, text) : isQuoted ? [range[0] + 1, Math.max(range[0] + 1, range[1] - 1)] : range;
  return { kind: 'scalar', ...placed, range, outer: [placed.outer[0], range[1]], style, content, text: value, isString: typeof node.value === 'string' };
}

function trimEnd([start, end]: Range, text: string): Range {
  let last = end;
  while (last > start && /\s/u.test(text.charAt(last - 1))) last--;
  return [start, last];
}

/** After the header and the indent of the first line. */
function getBlockContent([start, end]: Range, text: string): Range {
  const line = text.indexOf('\n', start);
  if (line < 0 || line >= end) return [end, end];
  let first = line + 1;
  while (first < end && /\s/u.test(text.charAt(first))) first++;
  return [first, end];
}

const getTag = ({ tag }: Node): { tag?: string } => (tag === undefined || tag.startsWith('tag:yaml.org,2002:') || tag === '!' ? {} : { tag });

/** The parser's ranges begin after the tag. An anchor before it stays out, so that no edit takes it away. */
function getOuter(node: Node, range: Range, text: string): Range {
  if (node.tag === undefined) return range;
  const before = text.slice(Math.max(0, range[0] - 200), range[0]);
  const marks = /(?<![^\s[{,])![^\s,[\]{}]*\s+(?:&[^\s,[\]{}]+\s+)?$/u.exec(before)?.[0] ?? '';
  return [range[0] - marks.length, range[1]];
}

/** Policies written as JSON in a block (`PolicyDocument: !Sub |`): offsets stay those of the file. */
async function readEmbedded(root: Tree, text: string): Promise<Tree[]> {
  const trees: Tree[] = [];
  for (const cursor of walkTree(root)) {
    if (!isCursorOn(cursor, 'scalar') || cursor.node.style !== 'block' || !cursor.node.text.startsWith('{') || !mayHoldPolicy(cursor.node.text)) continue;
    const { parseJson } = await import('./json.ts');
    const parsed = await parseJson(text.slice(...cursor.node.content), cursor.node.content[0]);
    if (parsed?.tree !== undefined && parsed.errors.length === 0) trees.push(parsed.tree);
  }
  return trees;
}
